package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Topology;
import godmode.detectors.read.DirectorySnapshot;
import godmode.engine.Engine;
import godmode.record.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One system, written down in different ways, is one topology. */
class MetamorphicTest {
  private static final Engine ENGINE = Engine.standard();

  private static final String COMPOSE =
      """
      services:
        web:
          image: acme/web:1
          ports: ["80:8080"]
          environment:
            ORDERS_URL: http://orders:8080
        orders:
          image: acme/orders:1
          environment:
            DATABASE_URL: postgresql://orders-db:5432/orders
            REDIS_HOST: sessions
        orders-db:
          image: postgres:17
          volumes: ["data:/var/lib/postgresql/data"]
        sessions:
          image: redis:7
      volumes:
        data:
      """;

  private static final String MANIFESTS =
      deployment("web", "acme/web:1", "ORDERS_URL", "http://orders:8080")
          + deployment(
              "orders",
              "acme/orders:1",
              "DATABASE_URL",
              "postgresql://orders-db:5432/orders",
              "REDIS_HOST",
              "sessions")
          + deployment("orders-db", "postgres:17")
          + deployment("sessions", "redis:7")
          + service("web", "LoadBalancer")
          + service("orders", "ClusterIP")
          + service("orders-db", "ClusterIP")
          + service("sessions", "ClusterIP");

  @TempDir Path folder;

  @Test
  void compose_and_manifests_of_one_system_show_the_same() throws IOException {
    List<String> asCompose = topology("compose", "compose.yaml", COMPOSE);
    List<String> asManifests = topology("manifests", "deploy/all.yaml", MANIFESTS);

    assertThat(asManifests).isEqualTo(asCompose);
    assertThat(asCompose)
        .containsExactly(
            "orders service ? x1",
            "orders-db database postgresql x1",
            "sessions cache redis x1",
            "user user ? x?",
            "web service ? x1",
            "orders -> orders-db data",
            "orders -> sessions data",
            "user -> web user",
            "web -> orders call");
  }

  @Test
  void both_in_one_repository_are_still_one_system() throws IOException {
    Path both = folder.resolve("both");
    write(both, "compose.yaml", COMPOSE);
    write(both, "deploy/all.yaml", MANIFESTS);

    assertThat(lines(both)).isEqualTo(topology("alone", "compose.yaml", COMPOSE));
  }

  @Test
  void the_order_of_services_changes_nothing() throws IOException {
    String turned =
        """
        volumes: {data: }
        services:
          sessions: {image: "redis:7"}
          orders-db:
            volumes: ["data:/var/lib/postgresql/data"]
            image: postgres:17
          orders:
            environment: ["REDIS_HOST=sessions", "DATABASE_URL=postgresql://orders-db:5432/orders"]
            image: acme/orders:1
          web:
            environment: ["ORDERS_URL=http://orders:8080"]
            ports: [{target: 8080, published: "80"}]
            image: acme/web:1
        """;

    assertThat(topology("turned", "docker-compose.yml", turned))
        .isEqualTo(topology("straight", "compose.yaml", COMPOSE));
  }

  @Test
  void one_file_for_each_object_is_the_same_as_all_in_one() throws IOException {
    Path split = folder.resolve("split");
    int number = 0;
    for (String document : MANIFESTS.split("---\n", -1)) {
      if (!document.isBlank()) {
        write(split, "k8s/" + number++ + ".yaml", document);
      }
    }

    assertThat(number).isEqualTo(8);
    assertThat(lines(split)).isEqualTo(topology("whole", "k8s/all.yaml", MANIFESTS));
  }

  @Test
  void a_base_and_its_overlay_are_the_system_they_deploy() throws IOException {
    Path kustomized = folder.resolve("kustomized");
    write(kustomized, "k8s/base/all.yaml", MANIFESTS.replace("redis:7", "redis:3"));
    write(kustomized, "k8s/base/kustomization.yaml", "resources: [all.yaml]\n");
    write(
        kustomized,
        "k8s/overlays/default/kustomization.yaml",
        """
        resources: [../../base]
        images: [{name: redis, newTag: "7"}]
        namePrefix: shop-
        """);

    assertThat(lines(kustomized)).isEqualTo(topology("plain", "k8s/all.yaml", MANIFESTS));
  }

  @Test
  void a_chart_is_the_system_it_renders_to() throws IOException {
    Path chart = folder.resolve("chart");
    write(chart, "deploy/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    write(
        chart,
        "deploy/values.yaml",
        "redis: {tag: 7}\nservices: {web: LoadBalancer, orders: ClusterIP, orders-db: ClusterIP,"
            + " sessions: ClusterIP}\n");
    write(
        chart,
        "deploy/templates/_helpers.tpl",
        "{{- define \"shop.app\" -}}app: {{ . }}{{- end -}}\n");
    write(
        chart,
        "deploy/templates/workloads.yaml",
        MANIFESTS
            .substring(0, MANIFESTS.indexOf("---\napiVersion: v1\nkind: Service"))
            .replace("redis:7", "redis:{{ .Values.redis.tag }}"));
    write(
        chart,
        "deploy/templates/services.yaml",
        """
        {{- range $name, $type := .Values.services }}
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: {{ $name }}
        spec:
          type: {{ $type | quote }}
          selector:
            {{- include "shop.app" $name | nindent 4 }}
          ports: [{port: 8080}]
        {{- end }}
        """);

    assertThat(lines(chart)).isEqualTo(topology("rendered", "k8s/all.yaml", MANIFESTS));
  }

  @Test
  void json_comments_line_ends_and_names_of_files_change_nothing() throws IOException {
    List<String> straight = topology("yaml", "k8s/all.yaml", MANIFESTS);
    String json =
        "{\"kind\": \"List\", \"apiVersion\": \"v1\", \"items\": ["
            + "{\"kind\": \"Service\", \"spec\": {\"selector\": {\"app\": \"web\"}, \"type\":"
            + " \"LoadBalancer\", \"ports\": [{\"port\": 8080}]}, \"apiVersion\": \"v1\","
            + " \"metadata\": {\"name\": \"web\"}}]}";
    String withoutWeb = MANIFESTS.replace(service("web", "LoadBalancer"), "");
    Path mixed = folder.resolve("mixed");
    write(mixed, "cluster/services.json", json);
    write(
        mixed,
        "cluster/rest.yml",
        "\uFEFF# apiVersion: v1\r\n# kind: Service\r\n"
            + withoutWeb.replace("\n", "\r\n").replace("kind: ", "kind:   "));

    assertThat(withoutWeb).isNotEqualTo(MANIFESTS);
    assertThat(lines(mixed)).isEqualTo(straight);
  }

  private List<String> topology(String name, String file, String text) throws IOException {
    Path root = folder.resolve(name);
    write(root, file, text);
    return lines(root);
  }

  private static void write(Path root, String file, String text) throws IOException {
    Path target = root.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }

  private static List<String> lines(Path root) throws IOException {
    Topology topology = ENGINE.analyse(DirectorySnapshot.of(root), Config.NONE, "shop").topology();
    List<String> lines = new ArrayList<>();
    topology
        .components()
        .forEach(
            c ->
                lines.add(
                    c.id()
                        + " "
                        + (c.type() == ComponentType.WEB_APP ? "service" : c.type().word())
                        + " "
                        + c.technology().orElse("?")
                        + " x"
                        + c.replicas().value().map(Object::toString).orElse("?")));
    topology
        .connections()
        .forEach(c -> lines.add(c.source() + " -> " + c.target() + " " + c.kind().word()));
    return lines;
  }

  private static String deployment(String name, String image, String... environment) {
    StringBuilder text = new StringBuilder();
    text.append("---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ").append(name);
    text.append("}\nspec:\n  selector: {matchLabels: {app: ").append(name);
    text.append("}}\n  template:\n    metadata: {labels: {app: ").append(name);
    text.append("}}\n    spec:\n      containers:\n        - name: main\n          image: ");
    text.append(image).append('\n');
    if (environment.length > 0) {
      text.append("          env:\n");
    }
    for (int i = 0; i < environment.length; i += 2) {
      text.append("            - {name: ").append(environment[i]);
      text.append(", value: \"").append(environment[i + 1]).append("\"}\n");
    }
    return text.toString();
  }

  private static String service(String name, String type) {
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: "
        + name
        + "}\nspec: {type: "
        + type
        + ", selector: {app: "
        + name
        + "}, ports: [{port: 8080}]}\n";
  }
}
