package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VectorClockTest {
  private final VectorClock sent = VectorClock.start().tick("a").tick("a");

  @Test
  void a_cause_is_before_its_effect() {
    VectorClock received = VectorClock.start().tick("b").receive("b", sent);

    assertEquals(VectorClock.Order.BEFORE, sent.compare(received));
    assertEquals(VectorClock.Order.AFTER, received.compare(sent));
  }

  @Test
  void a_cause_is_before_its_effect_through_a_third_process() {
    VectorClock third = VectorClock.start().receive("b", sent);
    VectorClock end = VectorClock.start().tick("c").receive("c", third);

    assertEquals(VectorClock.Order.BEFORE, sent.compare(end));
  }

  @Test
  void events_on_two_sides_of_a_partition_are_concurrent() {
    VectorClock left = sent.tick("a");
    VectorClock right = VectorClock.start().receive("b", sent);

    assertEquals(VectorClock.Order.CONCURRENT, left.compare(right));
    assertEquals(VectorClock.Order.CONCURRENT, right.compare(left));
  }

  @Test
  void events_of_one_process_have_an_order() {
    assertEquals(VectorClock.Order.AFTER, sent.tick("a").compare(sent));
    assertEquals(VectorClock.Order.EQUAL, sent.compare(sent));
  }

  @Test
  void a_message_that_arrives_twice_or_late_takes_nothing_back() {
    VectorClock received = VectorClock.start().receive("b", sent.tick("a"));

    assertEquals(VectorClock.Order.BEFORE, received.compare(received.receive("b", sent)));
  }
}
