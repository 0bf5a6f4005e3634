package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class RetryConfigurationTest {
  private final AtomicInteger calls = new AtomicInteger();

  private void with(String pause, Consumer<Retry> test) {
    new ApplicationContextRunner()
        .withUserConfiguration(RetryConfiguration.class)
        .withPropertyValues("retry.pause=" + pause, "retry.pause-max=2s")
        .run(context -> test.accept(context.getBean(RetryRegistry.class).retry("payments")));
  }

  private String failing(int times, RuntimeException failure) {
    if (calls.incrementAndGet() <= times) {
      throw failure;
    }
    return "done";
  }

  @Test
  void a_fault_that_passes_is_not_seen_by_the_caller() {
    with(
        "1ms",
        retry -> {
          RuntimeException lost = new ResourceAccessException("connection reset");
          assertEquals("done", retry.executeSupplier(() -> failing(2, lost)));
          assertEquals(3, calls.get());
        });
  }

  @Test
  void a_callee_that_stays_away_is_told_after_the_last_attempt() {
    with(
        "1ms",
        retry -> {
          RuntimeException away = new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE);
          assertThrows(
              HttpServerErrorException.class,
              () -> retry.executeSupplier(() -> failing(99, away)));
          assertEquals(3, calls.get());
        });
  }

  @Test
  void what_cannot_pass_is_told_at_once() {
    with(
        "1ms",
        retry -> {
          RuntimeException bad = new HttpClientErrorException(HttpStatus.BAD_REQUEST);
          assertThrows(
              HttpClientErrorException.class,
              () -> retry.executeSupplier(() -> failing(99, bad)));
          assertEquals(1, calls.get());
        });
  }

  /** What the pauses are of 200 callers that failed together. */
  private static Set<Long> pauses(Retry retry, int attempt) {
    Set<Long> pauses = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      pauses.add(retry.getRetryConfig().getIntervalBiFunction().apply(attempt, null));
    }
    return pauses;
  }

  @Test
  void callers_that_failed_together_do_not_come_back_together() {
    with("100ms", retry -> assertTrue(pauses(retry, 1).size() > 20));
  }

  @Test
  void pauses_grow_up_to_their_limit() {
    with(
        "100ms",
        retry -> {
          assertTrue(pauses(retry, 1).stream().allMatch(pause -> pause <= 100));
          assertTrue(pauses(retry, 10).stream().anyMatch(pause -> pause > 1_000));
          assertTrue(pauses(retry, 10).stream().allMatch(pause -> pause <= 2_000));
        });
  }
}
