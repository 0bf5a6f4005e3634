package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryChainDetectorTest {
  private static Traced shop(String inner) {
    return new Traced()
        .with(
            "Bank",
            "@FeignClient(name = \"bank\") interface Bank { @GetMapping(\"/a\") String limit();"
                + " }\n")
        .with(
            "Payments",
            "@Service class Payments { Bank bank;\n"
                + inner
                + " public String limit() { return bank.limit(); } }\n")
        .with(
            "Checkout",
            """
            @Service class Checkout {
              Payments payments;
              @Retry(name = "checkout") public String place() { return payments.limit(); }
            }
            """);
  }

  @Test
  void multiplies_the_tries_of_layers() {
    assertThat(shop("@Retryable(maxAttempts = 5)").by(new RetryChainDetector()))
        .containsExactly(
            "Checkout.place: tries=15, repeated-by=@Retry in Checkout.place and @Retryable in"
                + " Payments.limit | Checkout:4, Checkout:4, Payments:3, Payments:3");
  }

  @Test
  void takes_the_number_from_the_configuration() {
    assertThat(
            shop("@Retry(name = \"bank\")")
                .file(
                    "orders/src/main/resources/application.yml",
                    "resilience4j.retry.instances.bank.max-attempts: 2\n")
                .by(new RetryChainDetector()))
        .containsExactly(
            "Checkout.place: tries=6, repeated-by=@Retry in Checkout.place and @Retry in"
                + " Payments.limit | Checkout:4, Checkout:4, Payments:3, Payments:3");
  }

  @Test
  void says_nothing_of_one_layer_or_of_numbers_it_does_not_know() {
    assertThat(shop("").by(new RetryChainDetector())).isEmpty();
    assertThat(
            shop("@Retryable(maxAttemptsExpression = \"${tries}\")").by(new RetryChainDetector()))
        .isEmpty();
  }
}
