package godmode.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.chance.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventHeapTest {
  private record Event(long time, int slot) {}

  @Test
  void events_come_by_time_and_at_one_time_in_the_order_they_were_added() {
    Chance chance = new Chance(1);
    int compared = 0;
    for (int round = 0; round < 200; round++) {
      EventHeap heap = new EventHeap();
      List<Event> added = new ArrayList<>();
      for (int slot = 0; slot < round * 3; slot++) {
        Event event = new Event(chance.below(1 + round), slot);
        added.add(event);
        heap.add(event.time, event.slot);
      }
      added.sort(Comparator.comparingLong(Event::time)); // stable
      for (Event expected : added) {
        assertThat(new Event(heap.time(), heap.take())).isEqualTo(expected);
        compared++;
      }
      assertThat(heap.size()).isZero();
    }
    assertThat(compared).isEqualTo(59_700);
  }

  @Test
  void adding_and_taking_in_turns_keeps_the_order() {
    Chance chance = new Chance(2);
    EventHeap heap = new EventHeap();
    for (int slot = 0; slot < 1000; slot++) {
      heap.add(chance.below(1000), slot);
    }
    long last = 0;
    for (int i = 0; i < 100_000; i++) {
      assertThat(heap.time()).isGreaterThanOrEqualTo(last);
      last = heap.time();
      heap.add(last + chance.below(1000), heap.take());
    }
    assertThat(last).isEqualTo(50_104);
  }
}
