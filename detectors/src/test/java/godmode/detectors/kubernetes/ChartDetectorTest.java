package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartDetectorTest {
  private static final MemorySnapshot SHOP =
      new MemorySnapshot()
          .with(
              "Chart.yaml",
              """
              name: shop
              dependencies:
                - {name: kafka, version: 1.0.0}
                - {name: postgresql, alias: db}
                - {name: common}
                - {name: acme-agent}
              """)
          .with("values.yaml", "kafka:\n  controller: {replicaCount: 3}\ndb:\n  primary: {}\n")
          .with(
              "templates/web.yaml",
              """
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: web}
              spec:
                template:
                  spec:
                    containers:
                      - name: web
                        image: acme/web
                        env:
                          - {name: DATABASE_URL, value: "postgresql://{{ .Release.Name }}-db:5432/shop"}
                          - {name: KAFKA, value: "{{ .Release.Name }}-kafka-headless:9092"}
              """);

  private static List<String> detect(Detector detector) {
    return Detections.in(detector, SHOP).stream()
        .filter(line -> !line.contains("(inferred)") || line.contains("ConnectionSeen"))
        .toList();
  }

  @Test
  void a_chart_of_others_is_what_it_deploys_with_as_many_members_as_values_ask_for() {
    assertThat(detect(new ChartDetector()))
        .containsExactly(
            "Chart.yaml:3 ComponentSeen[name=shop-kafka, type=BROKER, technology=kafka,"
                + " presence=DEPLOYED]",
            "Chart.yaml:3 SameAs[name=shop-kafka, other=kafka]",
            "values.yaml:2 AttributeSeen[component=shop-kafka, said=members=3 STATED]",
            "Chart.yaml:4 ComponentSeen[name=shop-db, type=DATABASE, technology=postgresql,"
                + " presence=DEPLOYED]",
            "Chart.yaml:4 SameAs[name=shop-db, other=db]",
            "Chart.yaml:4 AttributeUnread[component=shop-db, attribute=members,"
                + " why=chart postgresql is not in the repository]",
            "Chart.yaml:6 Unreadable[why=chart acme-agent is not in the repository, so what it"
                + " deploys is not known; put it beside, or commit what it renders to]");
  }

  @Test
  void what_it_deploys_can_be_addressed() {
    assertThat(detect(new ConnectionDetector()))
        .containsExactly(
            "templates/web.yaml:11 ConnectionSeen[source=web, target=shop-db, kind=DATA,"
                + " protocol=postgresql, properties=[database=shop STATED]]",
            "templates/web.yaml:12 ConnectionSeen[source=web, target=shop-kafka-headless,"
                + " kind=DEPENDENCY, protocol=kafka, properties=[]]");
  }

  @Test
  void releases_of_argo_and_flux_set_values_of_charts_here_and_elsewhere() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("charts/web/Chart.yaml", "name: web\n")
            .with("charts/web/values.yaml", "replicas: 1\n")
            .with("charts/web/more.yaml", "replicas: 2\nport: 1\n")
            .with(
                "charts/web/templates/d.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: "{{ .Release.Name }}"}
                spec:
                  replicas: {{ .Values.replicas }}
                  template: {spec: {containers: [{image: acme/web}]}}
                """)
            .with(
                "argo/apps.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: web-production}
                spec:
                  source:
                    repoURL: https://git.example/shop
                    path: charts/web
                    helm:
                      releaseName: shop
                      valueFiles: [more.yaml, $values/x.yaml]
                      parameters: [{name: replicas, value: "5"}]
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: cache}
                spec:
                  source:
                    chart: etcd
                    helm:
                      values: |
                        replicaCount: 3
                """)
            .with(
                "flux/rabbit.yaml",
                """
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: mq}
                spec:
                  chart: {spec: {chart: rabbitmq}}
                  values: {replicaCount: 4}
                ---
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: OCIRepository
                metadata: {name: charts}
                spec: {url: "oci://registry.example/charts/zookeeper"}
                ---
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: zk}
                spec: {chartRef: {kind: OCIRepository, name: charts}, values: {replicaCount: 5}}
                """);

    assertThat(members(new WorkloadDetector(), snapshot))
        .containsExactly(
            "charts/web/templates/d.yaml:5 web 1", "charts/web/templates/d.yaml:5 shop 5");
    assertThat(members(new ChartDetector(), snapshot))
        .containsExactly(
            "argo/apps.yaml:21 cache-etcd 3",
            "flux/rabbit.yaml:6 mq-rabbitmq 4",
            "flux/rabbit.yaml:16 zk-zookeeper 5");
    Units units = Units.of(snapshot);
    units.of(KubernetesObjects.class);
    assertThat(units.problems())
        .extracting(ReadProblem::toString)
        .containsExactly(
            "argo/apps.yaml:10: values file $values/x.yaml is not in the reviewed directory; what"
                + " it sets is missing here");
  }

  private static List<String> members(Detector detector, MemorySnapshot snapshot) {
    return Detections.in(detector, snapshot).stream()
        .filter(line -> line.contains("members="))
        .map(
            line ->
                line.replaceAll(
                    "Attribute\\w+\\[component=([^,]+), said=members=(\\d+).*", "$1 $2"))
        .toList();
  }
}
