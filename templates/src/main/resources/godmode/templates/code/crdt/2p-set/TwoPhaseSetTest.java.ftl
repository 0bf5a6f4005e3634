package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TwoPhaseSetTest {
  private final TwoPhaseSet<String> start = TwoPhaseSet.<String>empty().add("x");

  @Test
  void an_old_message_does_not_bring_back_what_was_removed() {
    TwoPhaseSet<String> removed = start.remove("x");

    assertEquals(Set.of(), removed.merge(start).elements());
    assertEquals(Set.of(), start.merge(removed).elements());
  }

  @Test
  void what_was_removed_on_one_side_of_a_partition_cannot_be_added_on_the_other() {
    TwoPhaseSet<String> removed = start.remove("x");
    TwoPhaseSet<String> added = start.add("x").add("y");

    assertEquals(Set.of("y"), removed.merge(added).elements());
    assertEquals(Set.of("y"), removed.merge(added).add("x").elements());
  }

  @Test
  void both_sides_of_a_partition_keep_what_they_added() {
    assertEquals(
        Set.of("x", "left", "right"), start.add("left").merge(start.add("right")).elements());
  }

  @Test
  void a_removal_that_is_repeated_too_early_keeps_nothing_out() {
    TwoPhaseSet<String> tooEarly = TwoPhaseSet.<String>empty().remove("y");

    assertEquals(Set.of("x", "y"), tooEarly.merge(start.add("y")).elements());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    List<TwoPhaseSet<String>> copies =
        List.of(
            TwoPhaseSet.empty(),
            start,
            start.remove("x"),
            start.add("y").remove("y"),
            start.add("z").remove("x").add("x"));

    for (TwoPhaseSet<String> a : copies) {
      assertEquals(a, a.merge(a));
      for (TwoPhaseSet<String> b : copies) {
        assertEquals(a.merge(b), b.merge(a));
        for (TwoPhaseSet<String> c : copies) {
          assertEquals(a.merge(b).merge(c), a.merge(b.merge(c)));
        }
      }
    }
  }
}
