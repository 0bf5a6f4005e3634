package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteClientDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "Clients",
            """
            import java.net.http.HttpClient;
            import org.springframework.web.client.*;
            @Component class Clients {
            """
                + body
                + "}\n")
        .by(new RemoteClientDetector());
  }

  private static List<String> feign(String annotation, String settings) {
    return new Traced()
        .with("Bank", "@FeignClient(" + annotation + ") interface Bank {}\n")
        .file("orders/src/main/resources/application.yml", settings)
        .by(new RemoteClientDetector());
  }

  @Test
  void finds_clients_that_wait_for_ever_and_limits_that_are_set_later() {
    assertThat(
            of(
                """
                RestTemplate a = new RestTemplate();
                HttpClient b = HttpClient.newHttpClient();
                """))
        .containsExactly(
            "Clients.a: client=RestTemplate, answer-timeout=none | Clients:5",
            "Clients.b: client=HttpClient, answer-timeout=none | Clients:6");
    assertThat(
            of(
                "RestTemplate a() { var t = new RestTemplate(); t.setRequestFactory(f); return t;"
                    + " }\n"))
        .containsExactly("Clients.a: client=RestTemplate, answer-timeout=set | Clients:5");
  }

  @Test
  void knows_the_limit_of_feign_where_no_other_library_can_have_one() {
    assertThat(feign("name = \"bank\", url = \"https://bank\"", "a: 1\n"))
        .containsExactly("Bank: client=Feign, answer-timeout=60 s | Bank:2");
    assertThat(feign("\"bank\"", "a: 1\n"))
        .containsExactly(
            "Bank: client=Feign, answer-timeout=as long as its library lets it | Bank:2");
  }

  @Test
  void reads_the_limits_of_feign_from_the_configuration() {
    assertThat(feign("\"bank\"", "spring.cloud.openfeign.client.config.bank.readTimeout: 2000\n"))
        .containsExactly("Bank: client=Feign, answer-timeout=set | Bank:2");
    assertThat(feign("name = \"bank\", fallback = F.class", "feign.hystrix.enabled: true\n"))
        .containsExactly("Bank: client=Feign, answer-timeout=set | Bank:2");
  }

  @Test
  void leaves_beans_that_nobody_asks_for() {
    assertThat(of("@Bean RestTemplate unused() { return new RestTemplate(); }\n")).isEmpty();
  }

  @Test
  void leaves_clients_of_other_libraries_that_have_the_same_names() {
    for (String library :
        List.of("org.elasticsearch.client.RestClient", "io.vertx.ext.web.client.WebClient")) {
      String name = library.replaceAll(".*\\.", "");
      assertThat(
              new Traced()
                  .with(
                      "Clients",
                      "import "
                          + library
                          + ";\n@Component class Clients { Object a() { return "
                          + name
                          + ".create(host).block(); } }\n")
                  .by(new RemoteClientDetector()))
          .isEmpty();
    }
  }

  @Test
  void leaves_what_dubbo_carries_and_annotations_that_stand_for_others() {
    assertThat(
            of(
                """
                RestTemplate used;
                @Bean @DubboTransported RestTemplate a() { return new RestTemplate(); }
                """))
        .isEmpty();
    assertThat(
            new Traced()
                .with("Client", "@FeignClient @interface Client { String name(); }\n")
                .by(new RemoteClientDetector()))
        .isEmpty();
  }

  @Test
  void leaves_what_runs_in_a_breaker_that_limits_the_time() {
    Traced shop =
        new Traced()
            .with(
                "Clients",
                """
                import org.springframework.web.client.RestTemplate;
                @Service class Clients {
                  CircuitBreakerFactory breakers;
                  RestTemplate http = new RestTemplate();
                  Object a() { return breakers.create("a").run(() -> http.getForObject("http://a", A.class)); }
                }
                """);

    assertThat(shop.by(new RemoteClientDetector())).hasSize(1);
    assertThat(
            shop.file(
                    "orders/pom.xml",
                    "<project><artifactId>orders</artifactId><dependencies><dependency>"
                        + "<groupId>org.springframework.cloud</groupId>"
                        + "<artifactId>spring-cloud-starter-circuitbreaker-resilience4j</artifactId>"
                        + "</dependency></dependencies></project>")
                .by(new RemoteClientDetector()))
        .isEmpty();
  }
}
