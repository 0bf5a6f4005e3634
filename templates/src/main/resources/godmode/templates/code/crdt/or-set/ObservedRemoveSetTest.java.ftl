package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservedRemoveSetTest {
  private final ObservedRemoveSet<String> start =
      ObservedRemoveSet.<String>empty().add("a", "x");

  @Test
  void an_old_message_does_not_bring_back_what_was_removed() {
    ObservedRemoveSet<String> removed = start.remove("x");

    assertEquals(Set.of(), removed.merge(start).elements());
    assertEquals(Set.of(), start.merge(removed).elements());
  }

  @Test
  void an_addition_that_the_remover_did_not_see_stays() {
    ObservedRemoveSet<String> removed = start.remove("x");
    ObservedRemoveSet<String> added = start.add("b", "x");

    assertEquals(Set.of("x"), removed.merge(added).elements());
    assertEquals(Set.of(), removed.merge(added).remove("x").elements());
  }

  @Test
  void what_was_removed_can_be_added_again() {
    assertEquals(Set.of("x"), start.remove("x").add("a", "x").merge(start).elements());
  }

  @Test
  void both_sides_of_a_partition_keep_what_they_added() {
    assertEquals(
        Set.of("x", "y", "z"), start.add("a", "y").merge(start.add("b", "z")).elements());
  }

  @Test
  void removed_elements_leave_nothing_behind() {
    ObservedRemoveSet<String> set = start;
    for (int i = 0; i < 1_000; i++) {
      set = set.remove("x").add("a", "x");
    }

    assertEquals(1, set.additions().size());
    assertEquals(1, set.seen().size());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    List<ObservedRemoveSet<String>> copies =
        List.of(
            start,
            start.remove("x"),
            start.add("b", "x"),
            start.add("b", "x").add("b", "y").remove("x"),
            start.add("a", "z"));

    for (ObservedRemoveSet<String> x : copies) {
      assertEquals(x, x.merge(x));
      for (ObservedRemoveSet<String> y : copies) {
        assertEquals(x.merge(y), y.merge(x));
        for (ObservedRemoveSet<String> z : copies) {
          assertEquals(x.merge(y).merge(z), x.merge(y.merge(z)));
        }
      }
    }
  }
}
