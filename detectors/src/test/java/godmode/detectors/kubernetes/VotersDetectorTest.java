package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VotersDetectorTest {
  private static List<String> detect(String roles, String replicas) {
    return Detections.in(
        new VotersDetector(),
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: events}
        spec:
          replicas: %s
          template:
            spec:
              containers:
                - name: kafka
                  image: apache/kafka:3.9.1
                  env: [{name: KAFKA_PROCESS_ROLES, value: "%s"}]
        """
            .formatted(replicas, roles));
  }

  @Test
  void controllers_vote_be_they_brokers_or_not() {
    assertThat(detect("broker,controller", "3"))
        .containsExactly(
            "a.yaml:5 AttributeSeen[component=events, said=voters=3 INFERRED] (inferred)");
    assertThat(detect("controller", "5")).hasSize(1);
  }

  @Test
  void brokers_alone_have_no_vote_and_a_number_that_is_none_is_left_open() {
    assertThat(detect("broker", "3")).isEmpty();
    assertThat(detect("controller", "\"${N}\"")).isEmpty();
  }
}
