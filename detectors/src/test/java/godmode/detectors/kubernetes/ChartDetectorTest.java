package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.Detector;
import godmode.detectors.read.MemorySnapshot;
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
                + " deploys is not known; commit what `helm dependency build` fetches]");
  }

  @Test
  void what_it_deploys_can_be_addressed() {
    assertThat(detect(new ConnectionDetector()))
        .containsExactly(
            "templates/web.yaml:11 ConnectionSeen[source=web, target=shop-db, kind=DATA,"
                + " protocol=postgresql, properties=[database=shop STATED]]",
            "templates/web.yaml:12 ConnectionSeen[source=web, target=shop-kafka-headless,"
                + " kind=PUBLISH, protocol=kafka, properties=[]] (inferred)");
  }
}
