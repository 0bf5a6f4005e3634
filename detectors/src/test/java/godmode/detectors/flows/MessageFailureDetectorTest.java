package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageFailureDetectorTest {
  private static Traced shop(String body) {
    return new Traced()
        .with(
            "Orders",
            """
            import org.springframework.data.jpa.repository.JpaRepository;
            interface Orders extends JpaRepository<Order, Long> {}
            """)
        .with("Order", "@Entity class Order {}\n")
        .with(
            "Listener",
            """
            import org.springframework.kafka.annotation.*;
            import org.springframework.kafka.annotation.KafkaListener;
            @Component class Listener {
              Orders orders;
            """
                + body
                + "}\n");
  }

  private static final String PLAIN =
      "@KafkaListener(topics = \"orders\") void on(Order order) { orders.save(order); }\n";

  @Test
  void knows_that_a_container_without_a_handler_drops_what_fails_ten_times() {
    assertThat(shop(PLAIN).by(new MessageFailureDetector()))
        .containsExactly(
            "Listener.on: effect=writes Order, on-failure=dropped after 10 tries"
                + " | Listener:6, Listener:6");
  }

  @Test
  void knows_retry_topics_and_the_error_handlers_of_a_module() {
    assertThat(shop("@RetryableTopic " + PLAIN).by(new MessageFailureDetector()))
        .containsExactly(
            "Listener.on: effect=writes Order, on-failure=a retry topic | Listener:6, Listener:6");
    assertThat(
            shop(PLAIN)
                .with(
                    "Config",
                    """
                    @Configuration class Config {
                      @Bean DefaultErrorHandler errors() { return null; }
                    }
                    """)
                .by(new MessageFailureDetector()))
        .containsExactly(
            "Listener.on: effect=writes Order, on-failure=an error handler"
                + " | Listener:6, Listener:6");
  }

  @Test
  void says_nothing_where_failures_are_caught_or_nothing_is_changed() {
    assertThat(
            shop("""
            @KafkaListener(topics = "a") void caught(Order order) {
              try { orders.save(order); } catch (Exception e) { later(order); }
            }
            @KafkaListener(topics = "b") void seen(Order order) { System.out.println(order); }
            """)
                .by(new MessageFailureDetector()))
        .isEmpty();
  }
}
