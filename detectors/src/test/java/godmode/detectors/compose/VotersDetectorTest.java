package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VotersDetectorTest {
  private static List<String> detect(String compose) {
    return Detections.in(new VotersDetector(), compose);
  }

  @Test
  void nodes_with_the_controller_role_vote_and_plain_brokers_do_not() {
    assertThat(
            detect(
                """
                x-env: &env {KAFKA_CONTROLLER_QUORUM_VOTERS: '1@k1:9093,2@k2:9093'}
                services:
                  k1: {image: apache/kafka, environment: {<<: *env, KAFKA_PROCESS_ROLES: 'broker,controller'}}
                  k2: {image: apache/kafka, environment: {<<: *env, KAFKA_PROCESS_ROLES: 'broker,controller'}}
                  k3: {image: apache/kafka, environment: {<<: *env, KAFKA_PROCESS_ROLES: broker}}
                """))
        .containsExactly("3 k1 voters=2 (inferred)", "4 k2 voters=2 (inferred)");
  }

  @Test
  void stays_silent_where_no_voters_are_listed_or_zookeeper_decides() {
    assertThat(
            detect(
                """
                services:
                  zk: {image: zookeeper}
                  k1: {image: wurstmeister/kafka, environment: {KAFKA_ZOOKEEPER_CONNECT: 'zk:2181'}}
                  k2: {image: apache/kafka, environment: {KAFKA_PROCESS_ROLES: 'broker,controller'}}
                """))
        .isEmpty();
  }
}
