package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetriedCallDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "Bank",
            """
            @FeignClient("bank") interface Bank {
              @PostMapping("/charges") void charge(String order);
              @GetMapping("/limits") String limit();
            }
            """)
        .with("Payments", "@Service class Payments {\nBank bank;\n" + body + "}\n")
        .by(new RetriedCallDetector());
  }

  @Test
  void sees_a_payment_that_is_made_again() {
    assertThat(of("@Retry(name = \"b\")\nvoid pay(String o) { bank.charge(o); }\n"))
        .containsExactly(
            "Payments.pay: repeated-by=@Retry, effect=changes something over http,"
                + " idempotent-by=nothing | Payments:4, Payments:5");
  }

  @Test
  void sees_the_key_of_a_request() {
    assertThat(of("@Retryable void pay(String idempotencyKey) { bank.charge(idempotencyKey); }\n"))
        .containsExactly(
            "Payments.pay: repeated-by=@Retryable, effect=changes something over http,"
                + " idempotent-by=a key | Payments:4, Payments:4");
  }

  @Test
  void leaves_questions_and_races_in_the_own_database() {
    assertThat(
            of(
                """
                @Retry(name = "b") String ask() { return bank.limit(); }
                @Retryable(retryFor = OptimisticLockException.class)
                void again(String o) { bank.charge(o); }
                """))
        .isEmpty();
  }
}
