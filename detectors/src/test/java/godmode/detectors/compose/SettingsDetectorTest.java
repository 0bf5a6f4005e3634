package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SettingsDetectorTest {
  private static List<String> detect(String compose) {
    return Detections.in(new SettingsDetector(), compose);
  }

  @Test
  void settings_are_said_where_they_are_written() {
    assertThat(
            detect(
                """
                x-env: &env
                  KAFKA_CFG_MIN_INSYNC_REPLICAS: 2
                services:
                  kafka:
                    image: bitnami/kafka
                    environment:
                      <<: *env
                      KAFKA_CFG_DEFAULT_REPLICATION_FACTOR: ${COPIES}
                """))
        .containsExactly(
            "2 kafka min-insync-replicas=2",
            "8 kafka replication-factor? KAFKA_CFG_DEFAULT_REPLICATION_FACTOR has no value to read"
                + " here");
  }

  @Test
  void sentinels_are_counted_for_the_server_they_watch() {
    assertThat(
            detect(
                """
                services:
                  primary: {image: redis}
                  s1: {image: redis, command: redis-server s.conf --sentinel monitor m primary 6379 2}
                  s2:
                    image: bitnami/redis-sentinel
                    environment: {REDIS_MASTER_HOST: primary}
                """))
        .containsExactly("4 primary sentinels=1");
  }

  @Test
  void sentinels_say_how_many_must_agree_that_the_server_they_watch_is_down() {
    assertThat(
            detect(
                """
                services:
                  primary: {image: redis}
                  s1:
                    image: bitnami/redis-sentinel
                    environment: {REDIS_MASTER_HOST: primary, REDIS_SENTINEL_QUORUM: 1}
                """))
        .containsExactly("3 primary sentinels=1", "5 primary sentinel-quorum=1");
  }
}
