package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HybridClockTest {
  private final AtomicLong here = new AtomicLong(1_000);
  private final AtomicLong there = new AtomicLong(1_200);
  private final HybridClock mine = new HybridClock(Duration.ofMillis(500), here::get);
  private final HybridClock theirs = new HybridClock(Duration.ofMillis(500), there::get);

  private static void assertBefore(HybridClock.Timestamp early, HybridClock.Timestamp late) {
    assertTrue(early.compareTo(late) < 0, () -> early + " and then " + late);
  }

  @Test
  void an_effect_is_after_its_cause_although_its_clock_is_late() {
    HybridClock.Timestamp cause = theirs.tick();

    assertBefore(cause, mine.receive(cause));
    assertBefore(cause, mine.tick());
  }

  @Test
  void a_clock_that_is_set_back_does_not_set_events_back() {
    HybridClock.Timestamp early = mine.tick();
    here.set(400);

    assertBefore(early, mine.tick());
  }

  @Test
  void events_of_one_millisecond_have_an_order() {
    assertBefore(mine.tick(), mine.tick());
  }

  @Test
  void timestamps_come_back_to_the_time_of_day() {
    mine.receive(theirs.tick());
    here.set(5_000);

    assertEquals(new HybridClock.Timestamp(5_000, 0), mine.tick());
  }

  @Test
  void one_broken_clock_does_not_carry_all_others_along() {
    there.set(9_000_000);
    HybridClock.Timestamp broken = theirs.tick();

    assertThrows(IllegalArgumentException.class, () -> mine.receive(broken));
    assertEquals(1_000, mine.tick().millis());
  }
}
