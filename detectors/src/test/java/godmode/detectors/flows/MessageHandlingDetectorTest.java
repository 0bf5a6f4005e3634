package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageHandlingDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "Orders",
            """
            import org.springframework.data.jpa.repository.JpaRepository;
            interface Orders extends JpaRepository<Order, Long> {}
            """)
        .with("Order", "@Entity class Order { Order(String text) {} }\n")
        .with("Listener", "@Component class Listener {\nOrders orders;\n" + body + "}\n")
        .by(new MessageHandlingDetector());
  }

  @Test
  void sees_an_acknowledgement_before_the_effect_and_an_insert_for_each_delivery() {
    assertThat(
            of(
                """
                @KafkaListener(topics = "a") void on(String text, Acknowledgment ack) {
                  ack.acknowledge();
                  orders.save(new Order(text));
                }
                """))
        .containsExactly(
            "Listener.on: acknowledged=before | Listener:4, Listener:5, Listener:6",
            "Listener.on: effect=writes Order, idempotent-by=nothing | Listener:4, Listener:6");
  }

  @Test
  void sees_the_right_order_and_a_check_for_a_second_delivery() {
    assertThat(
            of(
                """
                @KafkaListener(topics = "a") void on(String text, Acknowledgment ack) {
                  if (!orders.existsByText(text)) {
                    orders.save(new Order(text));
                  }
                  ack.acknowledge();
                }
                """))
        .containsExactly(
            "Listener.on: acknowledged=after | Listener:4, Listener:8",
            "Listener.on: effect=writes Order, idempotent-by=a check | Listener:4, Listener:6");
  }

  @Test
  void says_nothing_of_listeners_that_leave_commits_to_the_container_and_change_nothing() {
    assertThat(of("@KafkaListener(topics = \"a\") void on(String text) { log(text); }\n"))
        .isEmpty();
  }
}
