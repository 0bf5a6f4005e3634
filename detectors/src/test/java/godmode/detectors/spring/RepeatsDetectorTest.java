package godmode.detectors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsDetectorTest {
  private static List<String> said(String artifact, String settings) {
    MemorySnapshot files =
        new MemorySnapshot()
            .with(
                "gateway/pom.xml",
                "<project><artifactId>gateway</artifactId><dependencies><dependency>"
                    + "<groupId>org.springframework.cloud</groupId><artifactId>"
                    + artifact
                    + "</artifactId></dependency></dependencies></project>")
            .with("gateway/Dockerfile", "FROM scratch\n")
            .with("gateway/src/main/java/App.java", "class App {}")
            .with("gateway/src/main/resources/application.yml", settings);
    return Said.by(new RepeatsDetector(), files).stream()
        .map(line -> line.replaceAll(".*(application.yml:\\d+) .*value=([A-Z,]+), .*", "$1 $2"))
        .toList();
  }

  @Test
  void a_filter_repeats_the_methods_that_it_names() {
    assertThat(
            said(
                "spring-cloud-starter-gateway",
                """
                spring.cloud.gateway.server.webflux.default-filters:
                  - name: Retry
                    args:
                      methods: [GET, POST]
                """))
        .containsExactly("application.yml:4 GET,POST");
  }

  @Test
  void a_filter_in_one_line_does_too() {
    assertThat(
            said(
                "spring-cloud-starter-gateway",
                """
                spring.cloud.gateway.routes:
                  - id: orders
                    uri: lb://orders
                    filters:
                      - Retry=3,INTERNAL_SERVER_ERROR,POST
                """))
        .containsExactly("application.yml:5 POST");
  }

  @Test
  void a_filter_that_names_none_repeats_get_and_another_filter_repeats_nothing() {
    assertThat(
            said(
                "spring-cloud-starter-gateway",
                """
                spring.cloud.gateway.default-filters:
                  - name: Retry
                    args: {retries: 3}
                  - name: CircuitBreaker
                    args: {methods: POST}
                """))
        .isEmpty();
  }

  @Test
  void a_balancer_may_repeat_everything() {
    assertThat(said("spring-cloud-starter-ribbon", "orders.ribbon.OkToRetryOnAllOperations: true"))
        .containsExactly("application.yml:1 GET,POST");
    assertThat(
            said(
                "spring-cloud-starter-loadbalancer",
                "spring.cloud.loadbalancer.retry.retry-on-all-operations: false"))
        .isEmpty();
  }
}
