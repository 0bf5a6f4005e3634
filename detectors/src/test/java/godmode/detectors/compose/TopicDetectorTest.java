package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TopicDetectorTest {
  private static List<String> detect(String compose) {
    return Detections.in(new TopicDetector(), compose);
  }

  @Test
  void the_image_creates_the_topics_of_a_list() {
    assertThat(
            detect(
                """
                services:
                  kafka:
                    image: wurstmeister/kafka
                    environment:
                      KAFKA_CREATE_TOPICS: "order:5:1,log:1:2:compact,plain"
                """))
        .containsExactly(
            "5 kafka has order partitions=5 replication-factor=1",
            "5 kafka has log partitions=1 replication-factor=2",
            "5 kafka has plain");
  }

  @Test
  void a_script_creates_topics_at_its_lines() {
    assertThat(
            detect(
                """
                services:
                  kafka: {image: apache/kafka}
                  init:
                    image: apache/kafka
                    entrypoint: [sh, -c]
                    command:
                      - |
                        kafka-topics.sh --create --topic a --partitions 3 \\
                          --replication-factor 1 --bootstrap-server kafka:9092
                        kafka-topics.sh --bootstrap-server elsewhere:9092 --create --topic b
                """))
        .containsExactly("8 kafka has a partitions=3 replication-factor=1", "10 tech:kafka has b");
  }
}
