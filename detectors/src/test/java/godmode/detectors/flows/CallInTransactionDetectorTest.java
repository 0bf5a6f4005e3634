package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // short bodies are easier to read in place
class CallInTransactionDetectorTest {
  private static final String PAYMENTS =
      """
      import org.springframework.cloud.openfeign.FeignClient;
      import org.springframework.web.bind.annotation.PostMapping;
      @FeignClient("payments") interface Payments { @PostMapping("/pay") void pay(long order); }
      """;

  private static Traced shop(String type, String body) {
    return new Traced()
        .with("Payments", PAYMENTS)
        .with(
            "OrderService",
            "import org.springframework.transaction.annotation.*;\n"
                + type
                + " class OrderService {\n  private Payments payments;\n"
                + body
                + "}\n");
  }

  @Test
  void finds_a_call_in_a_transaction_of_the_class() {
    assertThat(
            shop(
                    "@Transactional",
                    "  public void place(long order) {\n    payments.pay(order);\n  }\n")
                .by(new CallInTransactionDetector()))
        .containsExactly(
            "OrderService.place: called=Payments.pay, coordinated-by=nothing"
                + " | OrderService:5, OrderService:6");
  }

  @Test
  void leaves_alone_what_reads_only_what_runs_aside_and_what_suspends_the_transaction() {
    assertThat(
            shop(
                    "",
                    """
                      @Transactional(readOnly = true) public void read() { payments.pay(1); }
                      @Transactional(propagation = Propagation.NOT_SUPPORTED) public void out() { payments.pay(1); }
                      @Transactional public void later(java.util.concurrent.ExecutorService pool) {
                        pool.submit(() -> payments.pay(1));
                      }
                      @Transactional public void delegate() { out(); }
                      public void plain() { payments.pay(1); }
                    """)
                .by(new CallInTransactionDetector()))
        .isEmpty();
  }

  @Test
  void sees_what_coordinates_the_transaction() {
    assertThat(
            shop(
                    "",
                    "  @Transactional @GlobalTransactional public void place() { payments.pay(1);"
                        + " }\n")
                .by(new CallInTransactionDetector()))
        .containsExactly(
            "OrderService.place: called=Payments.pay, coordinated-by=@GlobalTransactional"
                + " | OrderService:5, OrderService:5");
  }
}
