package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AwaitedCallDetectorTest {
  private static final String STOCK =
      """
      import org.springframework.cloud.openfeign.FeignClient;
      @FeignClient(name = "stock-service") interface Stock {
        @GetMapping("/stock") int of(String item);
      }
      """;

  private static Traced shop(String annotation, String body) {
    return new Traced()
        .with("Stock", STOCK)
        .with(
            "Prices",
            "@Service class Prices {\n  Stock stock;\n  "
                + annotation
                + "\n  int price(String item) {\n    "
                + body
                + "\n  }\n}\n")
        .with(
            "Shop",
            """
            @RestController class Shop {
              Prices prices;
              @GetMapping("/prices") int show(String item) { return prices.price(item); }
            }
            """);
  }

  private static List<String> of(String annotation, String body) {
    return shop(annotation, body).by(new AwaitedCallDetector());
  }

  @Test
  void follows_a_request_to_a_client_that_nothing_cuts_off() {
    assertThat(of("", "return stock.of(item);"))
        .containsExactly(
            "Stock: called=stock-service, cut-off-by=nothing | Shop:4, Shop:4, Prices:6");
  }

  @Test
  void sees_breakers_and_handlers_that_go_on_without() {
    assertThat(of("@CircuitBreaker(name = \"stock\")", "return stock.of(item);"))
        .containsExactly(
            "Stock: called=stock-service, cut-off-by=a circuit breaker | Shop:4, Shop:4, Prices:6");
    assertThat(of("", "try { return stock.of(item); } catch (Exception e) { return 0; }"))
        .containsExactly(
            "Stock: called=stock-service, cut-off-by=a fallback | Shop:4, Shop:4, Prices:6");
    assertThat(of("", "try { return stock.of(item); } catch (Exception e) { throw new Gone(e); }"))
        .containsExactly(
            "Stock: called=stock-service, cut-off-by=nothing | Shop:4, Shop:4, Prices:6");
    assertThat(
            shop("", "return stock.of(item);")
                .file(
                    "orders/src/main/resources/application.yml",
                    "spring.cloud.openfeign.circuitbreaker.enabled: true\n")
                .by(new AwaitedCallDetector()))
        .containsExactly(
            "Stock: called=stock-service, cut-off-by=the breakers of Feign"
                + " | Shop:4, Shop:4, Prices:6");
    assertThat(
            shop("", "return stock.of(item);")
                .file(
                    "mesh.yaml",
                    "kind: DestinationRule\nspec: {trafficPolicy: {outlierDetection: {}}}\n")
                .by(new AwaitedCallDetector()))
        .containsExactly(
            "Stock: called=stock-service, cut-off-by=the mesh | Shop:4, Shop:4, Prices:6");
  }

  @Test
  void does_not_know_what_a_library_in_the_module_protects() {
    assertThat(
            shop("", "return stock.of(item);")
                .with(
                    "Guards",
                    """
                    import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
                    @Configuration class Guards { CircuitBreakerRegistry all; }
                    """)
                .by(new AwaitedCallDetector()))
        .containsExactly("Stock: called=stock-service | Shop:4, Shop:4, Prices:6");
  }

  @Test
  void reads_the_host_of_other_clients() {
    assertThat(
            new Traced()
                .with(
                    "Shop",
                    """
                    import org.springframework.web.client.RestTemplate;
                    @RestController class Shop {
                      RestTemplate rest;
                      @Value("${taxes.url}") String taxes;
                      @GetMapping("/a") int show(String item) {
                        String url = "http://stock/items/" + item;
                        rest.getForObject(taxes + "/vat", Integer.class);
                        return rest.getForObject(url, Integer.class);
                      }
                    }
                    """)
                .file("orders/src/main/resources/application.yml", "taxes.url: http://taxes:8080\n")
                .by(new AwaitedCallDetector()))
        .containsExactly("Shop: called=taxes, stock, cut-off-by=nothing | Shop:6, Shop:8");
  }

  @Test
  void leaves_calls_that_no_request_waits_for() {
    assertThat(of("@Async", "return stock.of(item);")).isEmpty();
  }
}
