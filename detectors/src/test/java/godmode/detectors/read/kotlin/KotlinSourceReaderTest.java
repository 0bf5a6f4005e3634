package godmode.detectors.read.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.java.JavaSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KotlinSourceReaderTest {
  private static final String PATH = "orders/src/main/kotlin/shop/Orders.kt";

  private final MemorySnapshot files = new MemorySnapshot();
  private final List<ReadProblem> problems = new ArrayList<>();

  private JavaSource read(String text) {
    List<KotlinSource> found = new KotlinSourceReader().read(files.with(PATH, text), problems::add);
    assertThat(found).hasSize(1);
    return found.get(0).shown();
  }

  private List<String> annotations(String text) {
    return read(text).annotations().stream()
        .map(use -> use.name() + " " + use.values() + " " + use.at().line())
        .toList();
  }

  @Test
  void reads_annotations_with_texts_lists_constants_and_classes() {
    assertThat(
            annotations(
                """
                const val SENT = "sent"
                @KafkaListener(topics = ["\\${topics.paid}", SENT], groupId = "billing")
                @RabbitListener(queues = arrayOf("a", "b"))
                @FeignClient("stock", configuration = [Config::class], url = url())
                @field:NotNull @org.springframework.stereotype.Service
                """))
        .containsExactly(
            "KafkaListener {topics=[${topics.paid} @2, sent @2], groupId=[billing @2]} 2",
            "RabbitListener {queues=[a @3, b @3]} 3",
            "FeignClient {value=[stock @4], configuration=[Config @4], url=[{} @4]} 4",
            "NotNull {} 5",
            "Service {} 5");
  }

  @Test
  void passes_over_comments_and_texts() {
    assertThat(
            annotations(
                """
                // @Service("a")
                /* @Service /* inner */ @Service */
                val a = "@Service /*"
                val b = '"'
                val c = \"""
                  @Service
                \"""
                @Component class Orders
                """))
        .containsExactly("Component {} 8");
  }

  @Test
  void knows_calls_on_what_has_a_written_type() {
    JavaSource source =
        read(
            """
            class Orders(private val kafka: KafkaTemplate<String, Order>, val other: Any) {
              private val rest = RestTemplate()
              fun place(order: Order) {
                kafka.send("orders", order)
                rest.getForObject<String>("http://stock/items/${order.id}")
                unknown.send("x")
              }
            }
            """);

    assertThat(
            source.invocations().stream()
                .map(call -> call.receiver() + "." + call.method() + call.arguments()))
        .containsExactly(
            "KafkaTemplate.send[orders @4, {} @4]",
            "RestTemplate.getForObject[http://stock/items/{} @5]");
    assertThat(source.texts()).hasToString("[http://stock/items/{} @5]");
    assertThat(source.declared()).isEmpty();
  }

  @Test
  void knows_no_type_of_a_name_that_has_two() {
    assertThat(
            read("fun a(x: KafkaTemplate) { x.send(\"a\") }\nfun b(x: Mail) { x.send(\"b\") }\n")
                .invocations())
        .isEmpty();
  }

  @Test
  void reports_each_module_as_scanned_only_and_reads_no_tests() {
    files
        .with("orders/src/main/kotlin/shop/Other.kt", "class Other")
        .with("orders/src/test/kotlin/shop/OrdersTest.kt", "@Service class OrdersTest")
        .with("stock/src/main/kotlin/Stock.kt", "class Stock");

    new KotlinSourceReader().read(files.with(PATH, "class Orders"), problems::add);
    assertThat(problems)
        .hasToString(
            "["
                + PATH
                + ":1: 2 Kotlin files of orders are scanned only, for annotations, calls and"
                + " addresses; what the code does is not followed,"
                + " stock/src/main/kotlin/Stock.kt:1: 1 Kotlin file of stock is scanned only, for"
                + " annotations, calls and addresses; what the code does is not followed]");
  }
}
