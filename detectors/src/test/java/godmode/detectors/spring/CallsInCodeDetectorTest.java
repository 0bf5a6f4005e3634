package godmode.detectors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsInCodeDetectorTest {
  private static final String CODE = "orders/src/main/java/Client.java";

  private final MemorySnapshot files = new MemorySnapshot();

  private void module(String name, String settings) {
    files
        .with(
            name + "/pom.xml",
            "<project><artifactId>"
                + name
                + "</artifactId><dependencies><dependency>"
                + "<groupId>org.springframework.boot</groupId>"
                + "<artifactId>spring-boot-starter-web</artifactId>"
                + "</dependency></dependencies></project>")
        .with(name + "/Dockerfile", "FROM scratch\n")
        .with(name + "/src/main/resources/application.properties", settings);
  }

  private List<String> said(String settings, String code) {
    module("orders", settings);
    module("stock", "server.port=8082");
    files.with(CODE, code);
    return Said.by(new CallsInCodeDetector(), files);
  }

  @Test
  void finds_feign_clients_by_name_and_by_address() {
    assertThat(
            said(
                "rates.url=https://rates.test.io",
                """
                @FeignClient("stock") interface Stock {}
                @FeignClient(name = "orders") interface Self {}
                @FeignClient(name = "rates", url = "${rates.url}") interface Rates {}
                @FeignClient(name = "gone", url = "${gone.url}") interface Gone {}
                """))
        .containsExactly(
            CODE + ":1 path:orders -> stock call http",
            CODE + ":3 path:orders -> rates.test.io call http",
            "orders/src/main/resources/application.properties:1 path:orders -> rates.test.io call"
                + " http",
            CODE + ":3 rates.test.io is external-service -",
            CODE + ":3 rates.test.io also external-website");
  }

  @Test
  void reads_the_routes_that_the_code_of_a_gateway_makes() {
    files.with(
        "orders/build.gradle",
        "dependencies { implementation 'org.springframework.cloud:spring-cloud-starter-gateway' }");

    assertThat(
            said(
                "",
                """
                class C {
                  RouteLocator routes(RouteLocatorBuilder builder) {
                    return builder.routes().route(r -> r.path("/x").uri("lb://stock")).build();
                  }
                  RouterFunction<?> functional() { return route("x").filter(lb("stock")).build(); }
                }
                """))
        .containsExactly(
            CODE + ":3 path:orders -> stock route http",
            CODE + ":5 path:orders -> stock route http");
  }

  @Test
  void counts_a_part_of_the_system_wherever_its_address_stands() {
    assertThat(said("", "class C { String RestTemplate = \"http://stock/items\"; }"))
        .containsExactly(CODE + ":1 path:orders -> stock call http");
  }

  @Test
  void counts_the_outside_only_where_a_client_is_given_the_address() {
    assertThat(
            said(
                "",
                """
                class C {
                  RestTemplate http;
                  String docs = "https://docs.test.io";
                  Object o = http.getForObject("https://api.test.io/v1", Object.class);
                  Object c = new Contact("https://me.test.io");
                  Object d = config.setAllowedOrigins("http://stock");
                }
                """))
        .containsExactly(
            CODE + ":4 path:orders -> api.test.io call http",
            CODE + ":4 api.test.io is external-service -",
            CODE + ":4 api.test.io also external-website");
  }

  @Test
  void knows_who_listens_on_a_port_of_the_same_machine() {
    assertThat(
            said(
                "server.port=8081",
                """
                class C {
                  RestTemplate http;
                  Object a = http.getForObject("http://localhost:8082/items", Object.class);
                  Object b = http.getForObject("http://localhost:9999/items", Object.class);
                  Object c = http.getForObject("http://localhost:8081/items", Object.class);
                }
                """))
        .containsExactly(CODE + ":3 path:orders -> path:stock call http");
  }

  @Test
  void reads_kotlin_as_far_as_it_shows_at_a_glance() {
    module("orders", "rates.url=http://stock:8082");
    module("stock", "server.port=8082");
    module("billing", "");
    String kotlin = "orders/src/main/kotlin/shop/Clients.kt";
    files.with(
        kotlin,
        """
        @FeignClient("billing") interface Billing
        @FeignClient(name = "rates", url = "\\${rates.url}") interface Rates
        """);

    assertThat(Said.by(new CallsInCodeDetector(), files))
        .containsExactly(
            kotlin + ":1 path:orders -> billing call http",
            kotlin + ":2 path:orders -> stock call http",
            "orders/src/main/resources/application.properties:1 path:orders -> stock call http");
  }
}
