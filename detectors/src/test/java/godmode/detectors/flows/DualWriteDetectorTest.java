package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // short bodies are easier to read in place
class DualWriteDetectorTest {
  private static final String ORDERS =
      """
      import org.springframework.data.jpa.repository.JpaRepository;
      public interface Orders extends JpaRepository<Order, Long> {}
      """;

  private static final String EVENTS =
      """
      public interface Events { void placed(Order order); }
      """;

  private static final String KAFKA_EVENTS =
      """
      import lombok.RequiredArgsConstructor;
      import org.springframework.kafka.core.KafkaTemplate;
      @RequiredArgsConstructor class KafkaEvents implements Events {
        private final KafkaTemplate<String, Order> kafka;
        public void placed(Order order) {
          kafka.send("orders", order);
        }
      }
      """;

  private static String service(String body) {
    return "@lombok.RequiredArgsConstructor @Service\n"
        + "class OrderService {\n"
        + "  private final Orders orders;\n"
        + "  private final Events events;\n"
        + body
        + "}\n";
  }

  private static Traced shop(String body) {
    return new Traced()
        .with("Orders", ORDERS)
        .with("Events", EVENTS)
        .with("KafkaEvents", KAFKA_EVENTS)
        .with("Order", "@jakarta.persistence.Entity class Order {}\n")
        .with("OrderService", service(body));
  }

  @Test
  void follows_a_save_and_a_send_through_an_interface_to_its_implementation() {
    assertThat(
            shop("  void place(Order order) {\n"
                    + "    orders.save(order);\n"
                    + "    events.placed(order);\n"
                    + "  }\n")
                .by(new DualWriteDetector()))
        .containsExactly(
            "OrderService.place: written=Order, sent-with=KafkaTemplate, outbox=false"
                + " | OrderService:6, OrderService:7, OrderService:8, KafkaEvents:7");
  }

  @Test
  void sees_that_the_message_is_a_row_of_an_outbox() {
    assertThat(
            shop("  private final OutboxRepository outbox;\n"
                    + "  void place(Order order) {\n    orders.save(order);\n"
                    + "    outbox.save(new Row(order));\n    events.placed(order);\n  }\n")
                .with(
                    "OutboxRepository",
                    "import org.springframework.data.repository.CrudRepository;\n"
                        + "interface OutboxRepository extends CrudRepository<Row, Long> {}\n")
                .by(new DualWriteDetector()))
        .containsExactly(
            "OrderService.place: written=Order, sent-with=KafkaTemplate, outbox=true"
                + " | OrderService:7, OrderService:8, OrderService:10, KafkaEvents:7");
  }

  @Test
  void leaves_alone_what_only_saves_only_sends_or_sends_after_a_failure() {
    assertThat(
            shop("  void store(Order order) { orders.save(order); }\n"
                    + "  void tell(Order order) { events.placed(order); }\n"
                    + "  void find(Order order) { orders.findAll(); events.placed(order); }\n"
                    + "  void fail(Order order) {\n"
                    + "    try { orders.save(order); } catch (Exception e) { events.placed(order);"
                    + " }\n"
                    + "  }\n")
                .by(new DualWriteDetector()))
        .isEmpty();
  }

  @Test
  void knows_that_an_event_of_the_application_runs_its_listener_at_once() {
    assertThat(
            shop("  private final org.springframework.context.ApplicationEventPublisher"
                    + " publisher;\n"
                    + "  void place(Order order) {\n"
                    + "    orders.save(order);\n"
                    + "    publisher.publishEvent(new Placed(order));\n"
                    + "  }\n")
                .with("Placed", "record Placed(Order order) implements java.io.Serializable {}\n")
                .with(
                    "Listener",
                    "import org.springframework.context.event.EventListener;\n"
                        + "@org.springframework.stereotype.Component class Listener {\n"
                        + "  private Events events;\n"
                        + "  @EventListener void on(Placed placed) { events.placed(placed.order());"
                        + " }\n"
                        + "}\n")
                .by(new DualWriteDetector()))
        .containsExactly(
            "OrderService.place: written=Order, sent-with=KafkaTemplate, outbox=false"
                + " | OrderService:7, OrderService:8, OrderService:9, Listener:5, KafkaEvents:7");
  }

  @Test
  void reads_switch_patterns_sealed_types_records_and_text_blocks() {
    assertThat(
            shop("")
                .with(
                    "Modern",
                    """
                    sealed interface Event permits Placed, Gone {}
                    record Placed(Order order) implements Event {}
                    record Gone(Order order) implements Event {}
                    @Service class Modern {
                      private Orders orders; private Events events;
                      static final String TEXT = \"""
                        a text
                        \""";
                      int on(Event event) {
                        return switch (event) {
                          case Placed(var order) when order != null -> {
                            orders.save(order);
                            events.placed(order);
                            yield 1;
                          }
                          case Gone gone -> 2;
                        };
                      }
                    }
                    """)
                .by(new DualWriteDetector()))
        .containsExactly(
            "Modern.on: written=Order, sent-with=KafkaTemplate, outbox=false"
                + " | Modern:10, Modern:13, Modern:14, KafkaEvents:7");
  }
}
