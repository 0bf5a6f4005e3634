package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LamportClockTest {
  private final LamportClock busy = new LamportClock("busy", 0);
  private final LamportClock idle = new LamportClock("idle", 0);

  @Test
  void an_effect_is_after_its_cause_although_its_process_has_done_little() {
    for (int i = 0; i < 100; i++) {
      busy.tick();
    }
    LamportClock.Stamp cause = busy.tick();
    LamportClock.Stamp effect = idle.receive(cause);

    assertTrue(cause.compareTo(effect) < 0, () -> cause + ", " + effect);
    assertTrue(effect.compareTo(idle.tick()) < 0);
  }

  @Test
  void a_message_that_arrives_late_or_twice_takes_nothing_back() {
    LamportClock.Stamp first = busy.tick();
    LamportClock.Stamp second = idle.receive(busy.tick());

    assertTrue(second.compareTo(idle.receive(first)) < 0);
  }

  @Test
  void events_of_one_process_have_an_order() {
    assertTrue(busy.tick().compareTo(busy.tick()) < 0);
  }

  @Test
  void all_replicas_put_events_of_one_number_in_one_order() {
    LamportClock.Stamp one = busy.tick();
    LamportClock.Stamp other = idle.tick();

    assertNotEquals(0, one.compareTo(other));
    assertEquals(
        List.copyOf(new TreeSet<>(List.of(one, other))),
        List.copyOf(new TreeSet<>(List.of(other, one))));
  }

  @Test
  void a_restart_goes_on_where_it_was() {
    LamportClock.Stamp before = busy.tick();

    assertTrue(before.compareTo(new LamportClock("busy", before.time()).tick()) < 0);
  }
}
