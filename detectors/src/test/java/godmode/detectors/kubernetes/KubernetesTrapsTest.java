package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.catalog.Catalog;
import godmode.detectors.Detectors;
import godmode.detectors.Units;
import godmode.detectors.read.MemorySnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Features of manifests, overlays and charts that make naive readers see another system. */
final class KubernetesTrapsTest {
  private static String workload(String kind, String name, String image, String more) {
    return """
        ---
        apiVersion: apps/v1
        kind: %s
        metadata: {name: %s}
        spec:
          %s
          selector: {matchLabels: {app: %s}}
          template:
            metadata: {labels: {app: %s}}
            spec:
              containers:
                - {name: main, image: "%s"}
        """
        .formatted(kind, name, more, name, name, image);
  }

  private static List<String> members(MemorySnapshot snapshot) {
    return Detections.in(new WorkloadDetector(), snapshot).stream()
        .filter(line -> line.contains("members"))
        .map(line -> line.replaceAll("Attribute(Seen|Unread)\\[component=", ""))
        .toList();
  }

  private static List<String> components(MemorySnapshot snapshot) {
    return Detections.in(new WorkloadDetector(), snapshot).stream()
        .filter(line -> line.contains("ComponentSeen"))
        .map(line -> line.replaceAll("ComponentSeen\\[name=([^,]+),.*", "$1"))
        .toList();
  }

  @Test
  void documents_lists_json_comments_and_line_ends_of_all_kinds_are_read() {
    String text =
        "\uFEFF# comment\r\n---\r\n# nothing here\r\n---\r\n"
            + workload("Deployment", "a", "acme/a", "replicas: 2").replace("\n", "\r\n");
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("a.yaml", text)
            .with(
                "b.json",
                """
                {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "List",
                 "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"generateName": "b-"},
                  "spec": {"containers": [{"name": "x", "image": "acme/b"}]}}]}]}
                """)
            .with(
                "c.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c}
                data:
                  inner.yaml: |
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: never}
                ---
                apiVersion: v1
                kind:
                metadata: {name: d}
                """);

    assertThat(components(snapshot)).containsExactly("a.yaml:8 a", "b.json:2 b");
  }

  @Test
  void a_key_that_stands_twice_counts_by_its_last_value() {
    assertThat(
            members(
                new MemorySnapshot()
                    .with(
                        "a.yaml",
                        workload("Deployment", "a", "acme/a", "replicas: 1\n  replicas: 4"))))
        .containsExactly("a.yaml:7 a, said=members=4 STATED]");
  }

  @Test
  void the_number_of_replicas_is_one_unless_written_and_open_where_something_scales_it() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "a.yaml",
                workload("StatefulSet", "one", "acme/a", "serviceName: one")
                    + workload("Deployment", "scaled", "acme/b", "replicas: 3")
                    + workload("Deployment", "keda", "acme/c", "minReadySeconds: 1")
                    + workload("Deployment", "off", "acme/d", "replicas: 0")
                    + workload("Deployment", "text", "acme/e", "replicas: \"2\"")
                    + """
                    ---
                    apiVersion: autoscaling/v2
                    kind: HorizontalPodAutoscaler
                    metadata: {name: h}
                    spec: {scaleTargetRef: {kind: Deployment, name: scaled}}
                    ---
                    apiVersion: keda.sh/v1alpha1
                    kind: ScaledObject
                    metadata: {name: k}
                    spec: {scaleTargetRef: {name: keda}}
                    """);

    assertThat(members(snapshot))
        .containsExactly(
            "a.yaml:4 one, said=members=1 INFERRED] (inferred)",
            "a.yaml:18 scaled, attribute=members, why=HorizontalPodAutoscaler h decides how many"
                + " run]",
            "a.yaml:28 keda, attribute=members, why=ScaledObject k decides how many run]",
            "a.yaml:42 off, attribute=members, why=replicas is 0: it is switched off until"
                + " something scales it]",
            "a.yaml:54 text, said=members=2 STATED]");
  }

  @Test
  void an_overlay_changes_the_number_and_the_base_says_nothing_beside_it() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("base/kustomization.yaml", "resources: [kafka.yaml]\n")
            .with(
                "base/kafka.yaml",
                workload("StatefulSet", "kafka", "apache/kafka:4.0.0", "replicas: 1"))
            .with(
                "overlays/prod/kustomization.yaml",
                """
                resources: [../../base]
                patches:
                  - target: {kind: StatefulSet}
                    patch: |-
                      - op: replace
                        path: /spec/replicas
                        value: 3
                """)
            .with("overlays/dev/kustomization.yaml", "resources: [../../base]\n");

    assertThat(members(snapshot))
        .containsExactly(
            "base/kafka.yaml:6 kafka, said=members=1 STATED]",
            "overlays/prod/kustomization.yaml:7 kafka, said=members=3 STATED]");
  }

  @Test
  void a_generated_config_map_is_read_as_the_files_it_holds() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "k/kustomization.yaml",
                """
                resources: [kafka.yaml]
                configMapGenerator: [{name: conf, files: [server.properties]}]
                """)
            .with("k/server.properties", "# broker\nmin.insync.replicas=2\n")
            .with(
                "k/kafka.yaml",
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: kafka}
                spec:
                  template:
                    spec:
                      containers:
                        - name: kafka
                          image: apache/kafka:4.0.0
                          volumeMounts: [{name: c, mountPath: /conf}]
                      volumes: [{name: c, configMap: {name: conf}}]
                """);

    assertThat(Detections.in(new SettingsDetector(), snapshot))
        .containsExactly(
            "k/server.properties:2 AttributeSeen[component=kafka,"
                + " said=min-insync-replicas=2 STATED]");
  }

  @Test
  void files_of_secrets_and_projected_volumes_are_read_under_the_names_they_get() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "a.yaml",
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: s}
                stringData:
                  conf: |
                    min.insync.replicas: 3
                  unused: |
                    default.replication.factor: 9
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: kafka}
                spec:
                  template:
                    spec:
                      containers:
                        - name: kafka
                          image: apache/kafka:4.0.0
                          volumeMounts: [{name: c, mountPath: /conf/kafka.yml, subPath: k}]
                      volumes:
                        - name: c
                          projected:
                            sources: [{secret: {name: s, items: [{key: conf, path: k}]}}]
                """);

    assertThat(Detections.in(new SettingsDetector(), snapshot))
        .containsExactly(
            "a.yaml:6 AttributeSeen[component=kafka, said=min-insync-replicas=3 STATED]");
  }

  @Test
  void one_chart_is_as_large_as_the_values_of_each_environment_say() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("c/Chart.yaml", "name: shop\n")
            .with("c/values.yaml", "replicas: 1\n")
            .with("c/values-production.yaml", "replicas: 3\n")
            .with("c/values-big.yaml", "autoscaled: true\n")
            .with(
                "c/templates/s.yaml",
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: kafka}
                spec:
                  {{- if not .Values.autoscaled }}
                  replicas: {{ .Values.replicas }}
                  {{- else }}
                  replicas: {{ .Values.unset }}
                  {{- end }}
                  template: {spec: {containers: [{name: k, image: "apache/kafka:4.0.0"}]}}
                """);

    assertThat(members(snapshot))
        .containsExactly(
            "c/templates/s.yaml:6 kafka, said=members=1 STATED]",
            "c/templates/s.yaml:8 kafka, attribute=members, why=replicas has no number to read"
                + " here]",
            "c/templates/s.yaml:6 kafka, said=members=3 STATED]");
  }

  @Test
  void containers_of_builds_tests_and_documentation_are_no_production() {
    String redis = workload("Deployment", "redis", "redis:7", "replicas: 1");
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                ".github/workflows/ci.yml",
                "on: push\njobs:\n  test:\n    services:\n      redis: {image: redis}\n")
            .with(
                ".gitlab-ci.yml",
                "services: [\"postgres:16\"]\ntest: {image: maven, script: [mvn]}\n")
            .with("docs/k8s/redis.yaml", redis)
            .with("src/test/resources/redis.yaml", redis)
            .with("testdata/redis.yaml", redis)
            .with("node_modules/x/redis.yaml", redis)
            .with("third_party/redis.yaml", redis)
            .with("vendor/redis.yaml", redis)
            .with("openapi.yaml", "openapi: 3.0.0\nkind: Deployment\npaths: {}\n")
            .with("playbook.yml", "- hosts: all\n  tasks: [{name: x, docker: {image: redis}}]\n")
            .with(
                "cf.yaml",
                "AWSTemplateFormatVersion: 2010-09-09\nResources: {Q: {Type: !Ref T, kind: Pod}}\n");

    assertThat(
            Detectors.run(Detectors.onClassPath(), Units.of(snapshot), Catalog.load()).stream()
                .map(evidence -> evidence.at() + " " + evidence.claim()))
        .isEmpty();
  }

  @Test
  void encrypted_secrets_and_odd_scalars_are_texts() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "s.yaml",
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: s}
                stringData: {password: "ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]"}
                sops: {version: 3.9.0, kms: [], age: [{recipient: age1, enc: "-----BEGIN"}]}
                """)
            .with(
                "d.yaml",
                workload("Deployment", "no", "acme/on:22", "replicas: 012")
                    + workload("Deployment", "yes", "acme/off", "replicas: 0x3"));

    assertThat(members(snapshot))
        .containsExactly(
            "d.yaml:6 no, attribute=members, why=replicas has no number to read here]",
            "d.yaml:18 yes, attribute=members, why=replicas has no number to read here]");
  }

  @Test
  void members_that_reach_each_other_through_their_common_service_use_nobody() {
    String member =
        """
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: %s}
        spec:
          template:
            metadata: {labels: {app: ring}}
            spec:
              containers:
                - {name: m, image: acme/ring, env: [{name: PEERS_HOST, value: "ring-hl:7000"}]}
        """;
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "a.yaml",
                member.formatted("one")
                    + member.formatted("two")
                    + """
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: ring-hl}
                    spec: {clusterIP: None, selector: {app: ring}}
                    """);

    assertThat(Detections.in(new ConnectionDetector(), snapshot)).isEmpty();
  }

  @Test
  void no_detector_throws_on_an_object_of_any_wrong_shape() {
    List<String> shapes =
        List.of("null", "[]", "text", "3", "{}", "[[]]", "{a: [b]}", "[{a: {}}]", "true", "\"\"");
    String workload = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: ";
    String named = "{apiVersion: v1, metadata: {name: a}, kind: ";
    List<String> objects =
        List.of(
            "{apiVersion: apps/v1, kind: Deployment, metadata: %s}",
            workload + "%s}",
            workload + "{template: %s}}",
            workload + "{replicas: %s, template: {spec: {containers: %1$s, volumes: %1$s}}}}",
            workload
                + "{template: {metadata: {labels: %s}, spec: {containers: [{image: x, env: %1$s,"
                + " envFrom: %1$s, ports: %1$s, command: %1$s, volumeMounts: %1$s}]}}}}",
            named + "Service, spec: {selector: %s, ports: %1$s}}",
            named + "ConfigMap, data: %s}",
            named + "Ingress, spec: {rules: %s, defaultBackend: %1$s}}",
            named + "PodDisruptionBudget, spec: %s}",
            "{apiVersion: v1, kind: List, items: %s}",
            "{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: a},"
                + " spec: {kafka: %s}}");
    List<String> failed = new ArrayList<>();
    int tried = 0;
    for (String object : objects) {
      for (String shape : shapes) {
        String text = object.formatted(shape);
        for (MemorySnapshot snapshot :
            List.of(
                new MemorySnapshot().with("a.yaml", text),
                new MemorySnapshot()
                    .with("kustomization.yaml", "resources: [a.yaml]\npatches: " + shape + "\n")
                    .with("a.yaml", text),
                new MemorySnapshot()
                    .with("Chart.yaml", "name: x\ndependencies: " + shape + "\n")
                    .with("values.yaml", shape)
                    .with("templates/a.yaml", text))) {
          tried++;
          try {
            Detectors.run(Detectors.onClassPath(), Units.of(snapshot), Catalog.load());
          } catch (RuntimeException e) {
            failed.add(text + ": " + e.getMessage());
          }
        }
      }
    }

    assertThat(failed).isEmpty();
    assertThat(tried).isEqualTo(330);
  }
}
