package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration RESERVE = Duration.ofMillis(100);
  private static final Duration CALL = Duration.ofMillis(400);
  private static final long START = Long.MAX_VALUE - 1_000_000; // nanoTime may overflow

  private final AtomicLong now = new AtomicLong(START);
  private final Deadline deadline = new Deadline(Duration.ofSeconds(1), RESERVE, now::get);

  private void spend(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  @Test
  void slow_calls_one_after_another_end_in_the_time_of_the_caller() {
    int calls = 0;
    for (; calls < 10 && deadline.left().toMillis() > 0; calls++) {
      spend(deadline.timeout(CALL).toMillis()); // each callee hangs until its timeout
    }

    assertEquals(3, calls);
    assertEquals(Duration.ZERO, deadline.left());
    assertThrows(Deadline.ExceededException.class, () -> deadline.timeout(CALL));
  }

  @Test
  void after_the_last_call_there_is_time_to_answer() {
    while (deadline.left().toMillis() > 0) {
      spend(deadline.left().toMillis());
    }

    long spent = Duration.ofNanos(now.get() - START).toMillis();
    assertEquals(900, spent);
  }

  @Test
  void a_callee_gets_what_is_left_and_not_a_time_of_its_own() {
    spend(700);
    String header = Long.toString(deadline.timeout(CALL).toMillis());
    Deadline callee =
        Deadline.from(header, Duration.ofSeconds(30), Duration.ofMillis(20), now::get);

    assertEquals(Duration.ofMillis(180), callee.left());
    assertTrue(callee.left().compareTo(deadline.left()) < 0);
  }

  @Test
  void a_caller_who_asks_for_an_hour_does_not_get_it() {
    Deadline asked = Deadline.from("3600000", Duration.ofSeconds(2), RESERVE, now::get);

    assertEquals(Duration.ofMillis(1_900), asked.left());
  }

  @Test
  void a_caller_who_says_nothing_or_rubbish_gets_the_most() {
    for (String header : new String[] {null, "", "-5", "soon", "9".repeat(30)}) {
      Deadline asked = Deadline.from(header, Duration.ofSeconds(2), RESERVE, now::get);

      assertEquals(Duration.ofMillis(1_900), asked.left());
    }
  }

  @Test
  void a_caller_who_has_no_time_gets_no_call() {
    Deadline asked = Deadline.from("0", Duration.ofSeconds(2), RESERVE, now::get);

    assertThrows(Deadline.ExceededException.class, () -> asked.timeout(CALL));
  }
}
