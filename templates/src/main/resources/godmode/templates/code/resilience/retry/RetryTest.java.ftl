package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final List<Long> pauses = new ArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private long nowMillis;

  private Retry retry(int attempts, Duration total, long seed) {
    return new Retry(
        attempts,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        total,
        failure -> failure instanceof IOException,
        new Random(seed),
        millis -> {
          pauses.add(millis);
          nowMillis += millis;
        },
        () -> nowMillis * 1_000_000);
  }

  private String failing(int times) throws IOException {
    if (calls.incrementAndGet() <= times) {
      throw new IOException("lost reply " + calls.get());
    }
    return "done";
  }

  @Test
  void a_fault_that_passes_is_not_seen_by_the_caller() throws Exception {
    assertEquals("done", retry(5, Duration.ofMinutes(1), 1).call(() -> failing(4)));
    assertEquals(5, calls.get());
  }

  @Test
  void a_fault_that_stays_is_told_after_the_last_attempt() {
    IOException told =
        assertThrows(
            IOException.class, () -> retry(3, Duration.ofMinutes(1), 1).call(() -> failing(99)));

    assertEquals("lost reply 3", told.getMessage());
    assertEquals(3, calls.get());
  }

  @Test
  void what_cannot_pass_is_told_at_once() {
    assertThrows(
        IllegalStateException.class,
        () ->
            retry(5, Duration.ofMinutes(1), 1)
                .call(
                    () -> {
                      calls.incrementAndGet();
                      throw new IllegalStateException("bad input");
                    }));

    assertEquals(1, calls.get());
  }

  @Test
  void pauses_grow_up_to_their_limit() {
    assertThrows(
        IOException.class, () -> retry(200, Duration.ofHours(1), 1).call(() -> failing(999)));

    assertTrue(pauses.get(0) <= 100, () -> "first " + pauses.get(0));
    assertTrue(Collections.max(pauses) > 500, () -> "longest " + Collections.max(pauses));
    assertTrue(Collections.max(pauses) <= 1_000, () -> "longest " + Collections.max(pauses));
  }

  @Test
  void callers_that_failed_together_do_not_come_back_together() {
    assertThrows(
        IOException.class, () -> retry(6, Duration.ofHours(1), 1).call(() -> failing(999)));
    List<Long> others = List.copyOf(pauses);
    pauses.clear();
    calls.set(0);
    assertThrows(
        IOException.class, () -> retry(6, Duration.ofHours(1), 2).call(() -> failing(999)));

    assertNotEquals(others, pauses);
  }

  @Test
  void the_caller_gets_its_answer_in_time() {
    assertThrows(
        IOException.class, () -> retry(500, Duration.ofSeconds(3), 1).call(() -> failing(999)));

    assertTrue(nowMillis <= 3_000, () -> nowMillis + " ms");
  }
}
