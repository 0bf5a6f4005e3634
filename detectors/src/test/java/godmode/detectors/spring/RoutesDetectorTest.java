package godmode.detectors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesDetectorTest {
  private static final String ZUUL = "gateway/src/main/java/App.java:1 ~path:gateway -> ";
  private static final String SETTINGS = "gateway/src/main/resources/application.properties";

  private final MemorySnapshot files = new MemorySnapshot();

  private void module(String name, String settings, String code, String... artifacts) {
    StringBuilder pom = new StringBuilder("<project><artifactId>" + name + "</artifactId>");
    pom.append("<dependencies>");
    for (String artifact : artifacts) {
      pom.append("<dependency><groupId>org.springframework.cloud</groupId><artifactId>")
          .append(artifact)
          .append("</artifactId></dependency>");
    }
    files
        .with(name + "/pom.xml", pom + "</dependencies></project>")
        .with(name + "/Dockerfile", "FROM scratch\n")
        .with(name + "/src/main/resources/application.properties", settings)
        .with(name + "/src/main/java/App.java", code);
  }

  private void system() {
    module(
        "orders", "server.port=8081", "class App {}", "spring-cloud-starter-netflix-eureka-client");
    module(
        "config",
        "server.port=8888",
        "@EnableConfigServer class App {}",
        "spring-cloud-starter-eureka");
    module("stray", "server.port=8083", "class App {}", "spring-boot-starter-web");
  }

  private List<String> said() {
    return Said.by(new RoutesDetector(), files);
  }

  @Test
  void a_gateway_without_routes_forwards_to_the_services_in_its_registry() {
    system();
    module("gateway", "a=1", "@EnableZuulProxy class App {}", "spring-cloud-starter-eureka");

    assertThat(said()).containsExactly(ZUUL + "path:orders route http");
  }

  @Test
  void it_forwards_to_nothing_that_it_ignores_or_that_its_own_routes_leave_out() {
    system();
    module(
        "gateway",
        "zuul.ignoredServices=*",
        "@EnableZuulProxy class App {}",
        "spring-cloud-starter-eureka");
    assertThat(said()).isEmpty();

    module(
        "gateway",
        "zuul.routes.stray.url=http://localhost:8083",
        "@EnableZuulProxy class App {}",
        "spring-cloud-starter-zuul",
        "spring-cloud-starter-eureka");
    assertThat(said()).containsExactly(SETTINGS + ":1 path:gateway -> path:stray route http");
  }

  @Test
  void what_a_gateway_is_told_elsewhere_stays_unknown() {
    system();
    module(
        "gateway",
        "a=1",
        "@EnableZuulProxy class App {}",
        "spring-cloud-starter-eureka",
        "spring-cloud-starter-config");

    assertThat(said()).isEmpty();
  }

  @Test
  void one_gateway_of_several_is_not_taken_for_the_way_to_all() {
    system();
    module("gateway", "a=1", "@EnableZuulProxy class App {}", "spring-cloud-starter-eureka");
    module("other", "a=1", "@EnableZuulProxy class App {}", "spring-cloud-starter-eureka");

    assertThat(said()).isEmpty();
  }

  @Test
  void spring_cloud_gateway_forwards_to_all_only_where_it_is_told_so() {
    system();
    module(
        "gateway",
        "a=1",
        "class App {}",
        "spring-cloud-starter-gateway",
        "spring-cloud-starter-netflix-eureka-client");
    assertThat(said()).isEmpty();

    module(
        "gateway",
        "spring.cloud.gateway.discovery.locator.enabled=true",
        "class App {}",
        "spring-cloud-starter-gateway",
        "spring-cloud-starter-netflix-eureka-client");
    assertThat(said()).containsExactly(SETTINGS + ":1 ~path:gateway -> path:orders route http");
  }
}
