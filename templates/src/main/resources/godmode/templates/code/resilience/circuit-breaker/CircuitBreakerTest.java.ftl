package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger calls = new AtomicInteger();
  private final CircuitBreaker breaker =
      new CircuitBreaker(3, Duration.ofSeconds(10), now::get);

  private final Callable<String> down =
      () -> {
        calls.incrementAndGet();
        throw new IOException("down");
      };
  private final Callable<String> up =
      () -> {
        calls.incrementAndGet();
        return "up";
      };

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThrows(IOException.class, () -> breaker.call(down));
    }
  }

  private void wait(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void a_callee_that_is_down_is_left_alone_after_three_failures() {
    fail(3);

    for (int i = 0; i < 100; i++) {
      assertThrows(CircuitBreaker.OpenException.class, () -> breaker.call(down));
    }
    assertEquals(3, calls.get());
  }

  @Test
  void a_success_in_between_starts_the_count_anew() throws Exception {
    fail(2);
    breaker.call(up);
    fail(2);

    assertEquals("up", breaker.call(up));
  }

  @Test
  void after_a_while_one_call_tries_and_all_others_are_still_refused() throws Exception {
    fail(3);
    wait(Duration.ofSeconds(10));

    String answer =
        breaker.call(
            () -> {
              assertThrows(CircuitBreaker.OpenException.class, () -> breaker.call(up));
              return "back";
            });

    assertEquals("back", answer);
    assertEquals(CircuitBreaker.State.CLOSED, breaker.state());
    assertEquals("up", breaker.call(up));
  }

  @Test
  void a_try_that_fails_opens_for_another_while() {
    fail(3);
    wait(Duration.ofSeconds(10));
    fail(1);
    wait(Duration.ofSeconds(9));

    assertThrows(CircuitBreaker.OpenException.class, () -> breaker.call(up));
  }

  @Test
  void a_slow_call_from_before_does_not_close_what_opened_meanwhile() throws Exception {
    breaker.call(
        () -> {
          fail(3);
          return "late";
        });

    assertThrows(CircuitBreaker.OpenException.class, () -> breaker.call(up));
  }
}
