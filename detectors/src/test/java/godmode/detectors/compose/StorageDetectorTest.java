package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StorageDetectorTest {
  private static List<String> detect(String compose) {
    return Detections.in(new StorageDetector(), compose);
  }

  @Test
  void a_volume_at_the_data_makes_them_outlive_the_container() {
    assertThat(
            detect(
                """
                services:
                  a:
                    image: postgres
                    volumes: ["data:/var/lib/postgresql/data"]
                  b:
                    image: mongo
                    volumes: ["./data:/data/db"]
                """))
        .containsExactly("4 a persistent=true", "7 b persistent=true");
  }

  @Test
  void scripts_and_configuration_hold_no_data() {
    assertThat(
            detect(
                """
                services:
                  a:
                    image: mysql
                    volumes:
                      - ./init.sql:/docker-entrypoint-initdb.d/init.sql
                      - ./my.cnf:/etc/mysql/my.cnf
                """))
        .containsExactly("2 a persistent=false");
  }

  @Test
  void the_place_is_the_service_that_lacks_a_volume_wherever_its_image_is_named() {
    assertThat(
            Detections.in(
                new StorageDetector(),
                new MemorySnapshot()
                    .with("compose.yaml", "services:\n  a:\n    image: ${IMAGE}\n")
                    .with(".env", "# images\nIMAGE=mysql\n")))
        .containsExactly("2 a persistent=false");
  }

  @Test
  void data_in_memory_are_lost() {
    assertThat(detect("services:\n  a:\n    image: mysql\n    tmpfs: /var/lib/mysql\n"))
        .containsExactly("4 a persistent=false");
  }

  @Test
  void stays_silent_about_what_may_hold_data() {
    assertThat(
            detect(
                """
                services:
                  a: {image: mysql, volumes: ["/var/lib/mysql"]}
                  b: {image: mysql, volumes: ["./somewhere:/elsewhere"]}
                  c: {image: acme/order}
                """))
        .isEmpty();
  }
}
