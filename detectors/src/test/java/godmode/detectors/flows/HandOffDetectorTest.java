package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HandOffDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "Orders",
            """
            import org.springframework.data.jpa.repository.JpaRepository;
            interface Orders extends JpaRepository<Order, Long> {}
            """)
        .with("Order", "@Entity class Order {}\n")
        .with(
            "Reader",
            """
            import java.util.concurrent.ExecutorService;
            import org.apache.kafka.clients.consumer.KafkaConsumer;
            import org.springframework.kafka.annotation.KafkaListener;
            @Component class Reader {
              Orders orders; ExecutorService pool; KafkaConsumer<String, Order> consumer;
            """
                + body
                + "}\n")
        .by(new HandOffDetector());
  }

  @Test
  void sees_records_that_another_thread_handles_after_the_commit() {
    assertThat(
            of(
                """
                @KafkaListener(topics = "orders") void on(Order order) {
                  pool.submit(() -> orders.save(order));
                }
                """))
        .containsExactly("Reader.on: acknowledged=before | Reader:7, Reader:8");
    assertThat(
            of(
                """
                void run() {
                  while (true) {
                    for (var one : consumer.poll(100)) {
                      pool.submit(() -> orders.save(one.value()));
                    }
                  }
                }
                """))
        .containsExactly("Reader.run: acknowledged=before | Reader:9, Reader:10");
  }

  @Test
  void leaves_work_inside_the_poll_loop_and_work_that_is_waited_for() {
    assertThat(
            of(
                """
                @KafkaListener(topics = "orders") void on(Order order) { orders.save(order); }
                @KafkaListener(topics = "b") void wait(Order order) {
                  pool.submit(() -> orders.save(order)).get();
                }
                void run() {
                  while (true) {
                    for (var one : consumer.poll(100)) {
                      orders.save(one.value());
                    }
                  }
                }
                """))
        .isEmpty();
  }

  @Test
  void says_nothing_where_the_class_commits_by_itself() {
    assertThat(
            of(
                """
                void run() {
                  while (true) {
                    for (var one : consumer.poll(100)) {
                      pool.submit(() -> orders.save(one.value()));
                    }
                  }
                }
                void done() { consumer.commitSync(); }
                """))
        .isEmpty();
  }
}
