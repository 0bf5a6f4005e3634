package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedCallDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "Stock",
            """
            import org.springframework.cloud.openfeign.FeignClient;
            @FeignClient(name = "stock") interface Stock {
              @GetMapping("/stock") int of(String item);
              @GetMapping("/all") Map<String, Integer> all(List<String> items);
            }
            """)
        .with(
            "Shop",
            """
            import org.springframework.web.client.RestTemplate;
            @RestController class Shop {
              Stock stock;
              RestTemplate rest;
              List<String> hosts;
              @GetMapping("/orders") Object show(Order order, Optional<String> one) {
            """
                + body
                + "\n  }\n}\n")
        .by(new RepeatedCallDetector());
  }

  @Test
  void tells_a_call_for_each_of_several() {
    assertThat(of("for (Line line : order.getLines()) {\n line.set(stock.of(line.item()));\n}"))
        .containsExactly(
            "Shop.show: called=stock, calls-made=once for each of lines | Shop:7, Shop:9");
    assertThat(of("return order.getLines().stream().map(line -> stock.of(line.item())).toList();"))
        .containsExactly(
            "Shop.show: called=stock, calls-made=once for each of lines | Shop:7, Shop:8");
    assertThat(
            of("for (int i = 0; i < order.lines.size(); i++) {\n stock.of(order.lines.get(i));\n}"))
        .containsExactly(
            "Shop.show: called=stock, calls-made=once for each of lines | Shop:7, Shop:9");
  }

  @Test
  void counts_calls_that_all_run() {
    assertThat(of("stock.of(\"a\");\nstock.of(\"b\");\nstock.of(\"c\");"))
        .containsExactly(
            "Shop.show: called=stock, calls-made=3 times | Shop:7, Shop:8, Shop:9, Shop:10");
    assertThat(of("if (x) { stock.of(\"a\"); } else { stock.of(\"b\"); }\nstock.of(\"c\");"))
        .isEmpty();
  }

  @Test
  void does_not_know_a_host_that_each_brings() {
    assertThat(
            of("for (String host : hosts) {\n rest.getForObject(host + \"/up\", String.class);\n}"))
        .containsExactly("Shop.show: calls-made=once for each of hosts | Shop:7, Shop:9");
  }

  @Test
  void leaves_what_is_called_once_or_a_fixed_number_of_times() {
    assertThat(of("return stock.all(order.getItems());")).isEmpty();
    assertThat(of("return one.map(item -> stock.of(item));")).isEmpty();
    assertThat(of("for (String item : List.of(\"a\", \"b\")) { stock.of(item); }")).isEmpty();
    assertThat(of("for (String item : order.items) { return stock.of(item); }")).isEmpty();
    assertThat(
            of("for (List<String> some : Lists.partition(order.items, 50)) { stock.all(some); }"))
        .isEmpty();
    assertThat(of("order.items.forEach(item -> CompletableFuture.runAsync(() -> stock.of(item)));"))
        .isEmpty();
    assertThat(of("if (a) { stock.of(\"a\"); }\nif (b) { stock.of(\"b\"); }\nstock.of(\"c\");"))
        .isEmpty();
    assertThat(of("while (more) { stock.of(next); }")).isEmpty();
  }
}
