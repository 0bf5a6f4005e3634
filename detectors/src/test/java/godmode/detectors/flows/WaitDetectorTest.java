package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitDetectorTest {
  private static Traced shop(String body) {
    return new Traced()
        .with(
            "Bank",
            """
            import jakarta.validation.Valid;
            @FeignClient(name = "bank") interface Bank { @PostMapping("/a") void charge(String order); }
            """)
        .with(
            "Billing",
            """
            import java.time.Duration;
            import java.util.concurrent.TimeUnit;
            import org.redisson.api.*;
            @Service class Billing {
              Bank bank; RedissonClient redisson;
            """
                + body
                + "}\n");
  }

  private static final String LEASED =
      """
      void charge(String order) {
        RLock lock = redisson.getLock(order);
        lock.lock(5, TimeUnit.SECONDS);
        bank.charge(order);
        lock.unlock();
      }
      """;

  @Test
  void compares_a_lock_with_the_default_of_the_client_under_it() {
    assertThat(shop(LEASED).by(new WaitDetector()))
        .containsExactly(
            "Billing.charge: lease-time=PT5S, longest-wait=PT1M | Billing:9, Billing:10");
  }

  @Test
  void takes_the_limits_of_both_from_the_configuration() {
    assertThat(
            shop("@TimeLimiter(name = \"bank\") void charge(String o) { bank.charge(o); }\n")
                .file(
                    "orders/src/main/resources/application.yml",
                    """
                    resilience4j.timelimiter.instances.bank.timeout-duration: 2s
                    spring.cloud.openfeign.client.config.bank.read-timeout: 1500
                    """)
                .by(new WaitDetector()))
        .containsExactly(
            "Billing.charge: outer-wait=PT2S, longest-wait=PT1.5S | Billing:7, Billing:7");
  }

  @Test
  void says_nothing_of_limits_it_does_not_know() {
    assertThat(
            shop(LEASED)
                .with(
                    "Options",
                    "class Options { @Bean Request.Options options() { return null; } }\n")
                .by(new WaitDetector()))
        .isEmpty();
    assertThat(
            shop("@TimeLimiter(name = \"bank\") void charge(String o) { bank.charge(o); }\n")
                .by(new WaitDetector()))
        .isEmpty();
    assertThat(
            shop(LEASED.replace("bank.charge(order);", "").replace("}", "bank.charge(order); }"))
                .by(new WaitDetector()))
        .isEmpty();
  }
}
