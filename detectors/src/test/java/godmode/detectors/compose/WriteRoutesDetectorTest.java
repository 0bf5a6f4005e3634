package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WriteRoutesDetectorTest {
  private static List<String> detect(String configuration) {
    return Detections.in(
        new WriteRoutesDetector(),
        new MemorySnapshot()
            .with("haproxy.cfg", configuration)
            .with(
                "compose.yaml",
                """
                services:
                  proxy: {image: 'haproxy:3.0', volumes: ['./haproxy.cfg:/etc/haproxy/haproxy.cfg']}
                  a: {image: 'postgres:17'}
                  b: {image: 'postgres:17'}
                  web: {image: 'nginx:1.27'}
                """));
  }

  @Test
  void a_check_that_asks_for_an_answer_only_is_liveness() {
    assertThat(
            detect(
                """
                listen db
                  mode tcp
                  server a a:5432 check
                  server b b:5432 check
                """))
        .containsExactly("haproxy.cfg:3 proxy writes-routed-by=liveness");
  }

  @Test
  void a_check_of_the_role_counts_in_its_section_and_in_the_defaults() {
    assertThat(
            detect(
                """
                backend db
                  option httpchk GET /primary
                  server a a:5432 check port 8008
                  server b b:5432 check port 8008
                """))
        .containsExactly("haproxy.cfg:3 proxy writes-routed-by=role");
    assertThat(
            detect(
                """
                defaults
                  option httpchk GET /primary
                backend db
                  server a a:5432
                  server b b:5432
                """))
        .containsExactly("haproxy.cfg:4 proxy writes-routed-by=role");
  }

  @Test
  void reading_a_reserve_and_other_servers_are_no_writes() {
    String section =
        """
        listen %s
          server a a:5432
          server b %s
        """;
    assertThat(detect(section.formatted("db", "b:5432"))).hasSize(1);
    assertThat(detect(section.formatted("db-read", "b:5432"))).isEmpty();
    assertThat(detect(section.formatted("db", "b:5432 check backup"))).isEmpty();
    assertThat(detect(section.formatted("db", "web:80"))).isEmpty();
    assertThat(detect(section.formatted("db", "b:5432").replaceAll("(?m)^", "#"))).isEmpty();
  }
}
