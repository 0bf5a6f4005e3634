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
  void knows_times_that_constants_and_the_configuration_give() {
    String settings = "orders/src/main/resources/application.properties";
    String shown = "Billing.charge: lease-time=PT%dS, longest-wait=PT1M | ";

    assertThat(
            shop("static final long LEASE = 5 * 2;\n" + LEASED.replace("(5,", "(LEASE,"))
                .by(new WaitDetector()))
        .containsExactly(shown.formatted(10) + "Billing:10, Billing:11");
    assertThat(
            shop("@Value(\"${lease:20}\") long lease;\n" + LEASED.replace("(5,", "(lease,"))
                .by(new WaitDetector()))
        .containsExactly(shown.formatted(20) + "Billing:10, Billing:11");
    assertThat(
            shop("@Value(\"${lease:20}\") long lease;\n" + LEASED.replace("(5,", "(lease,"))
                .file(settings, "a=1\nlease=7\n")
                .by(new WaitDetector()))
        .containsExactly(shown.formatted(7) + "Billing:10, application.properties:2, Billing:11");
    assertThat(
            shop("Leases leases;\n" + LEASED.replace("(5,", "(leases.getLock(),"))
                .with(
                    "Leases", "@ConfigurationProperties(\"leases\") class Leases { long lock; }\n")
                .file(settings, "leases.lock=7\n")
                .by(new WaitDetector()))
        .containsExactly(shown.formatted(7) + "Billing:10, application.properties:1, Billing:11");
    assertThat(
            shop("@SchedulerLock(lockAtMostFor = \"${most}\") void f() { bank.charge(\"\"); }\n")
                .file(settings, "most=PT9S\n")
                .by(new WaitDetector()))
        .containsExactly(
            "Billing.f: lease-time=PT9S, longest-wait=PT1M"
                + " | Billing:7, application.properties:1, Billing:7");
  }

  @Test
  void knows_no_time_that_may_change_or_is_not_configured() {
    assertThat(
            shop("long lease = 5; void set(long l) { lease = l; }\n"
                    + LEASED.replace("(5,", "(lease,"))
                .by(new WaitDetector()))
        .isEmpty();
    assertThat(
            shop("@Value(\"${lease}\") long lease;\n" + LEASED.replace("(5,", "(lease,"))
                .by(new WaitDetector()))
        .isEmpty();
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
