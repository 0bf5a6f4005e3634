package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrowOnlySetTest {
  private final GrowOnlySet<String> start = GrowOnlySet.<String>empty().add("x");

  @Test
  void both_sides_of_a_partition_keep_what_they_added() {
    GrowOnlySet<String> left = start.add("left");
    GrowOnlySet<String> right = start.add("right");

    assertEquals(Set.of("x", "left", "right"), left.merge(right).elements());
    assertEquals(Set.of("x", "left", "right"), right.merge(left).elements());
  }

  @Test
  void a_message_that_arrives_late_or_twice_changes_nothing() {
    GrowOnlySet<String> later = start.add("y");

    assertEquals(later, later.merge(start).merge(start));
    assertEquals(Set.of("x", "y"), later.merge(GrowOnlySet.empty()).elements());
  }

  @Test
  void what_is_new_is_enough_to_catch_up() {
    GrowOnlySet<String> ahead = start.add("y").add("z");
    GrowOnlySet<String> behind = start.add("own");

    assertEquals(Set.of("y", "z"), ahead.without(behind).elements());
    assertEquals(
        Set.of("x", "y", "z", "own"), behind.merge(ahead.without(behind)).elements());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    List<GrowOnlySet<String>> copies =
        List.of(GrowOnlySet.empty(), start, start.add("y"), GrowOnlySet.<String>empty().add("z"));

    for (GrowOnlySet<String> a : copies) {
      assertEquals(a, a.merge(a));
      for (GrowOnlySet<String> b : copies) {
        assertEquals(a.merge(b), b.merge(a));
        for (GrowOnlySet<String> c : copies) {
          assertEquals(a.merge(b).merge(c), a.merge(b.merge(c)));
        }
      }
    }
  }

  @Test
  void what_is_handed_out_cannot_be_changed() {
    assertThrows(UnsupportedOperationException.class, () -> start.elements().remove("x"));
  }
}
