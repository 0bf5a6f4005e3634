package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MultiValueRegisterTest {
  private final MultiValueRegister<String> start =
      MultiValueRegister.<String>empty().write("a", "start");

  @Test
  void both_sides_of_a_partition_keep_what_they_wrote() {
    MultiValueRegister<String> left = start.write("a", "left");
    MultiValueRegister<String> right = start.write("b", "right");

    assertEquals(List.of("left", "right"), left.merge(right).values());
    assertEquals(List.of("left", "right"), right.merge(left).values());
  }

  @Test
  void whoever_has_seen_both_decides() {
    MultiValueRegister<String> both = start.write("a", "left").merge(start.write("b", "right"));

    assertEquals(List.of("decided"), both.write("b", "decided").values());
    assertEquals(List.of("decided"), both.merge(both.write("b", "decided")).values());
  }

  @Test
  void an_old_message_does_not_bring_back_what_was_replaced() {
    MultiValueRegister<String> changed = start.write("b", "changed");

    assertEquals(List.of("changed"), changed.merge(start).values());
    assertEquals(List.of("changed"), start.merge(changed).values());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    MultiValueRegister<String> left = start.write("a", "left");
    MultiValueRegister<String> right = start.write("b", "right");
    List<MultiValueRegister<String>> copies =
        List.of(start, left, right, left.merge(right), left.merge(right).write("c", "decided"));

    for (MultiValueRegister<String> x : copies) {
      assertEquals(x, x.merge(x));
      for (MultiValueRegister<String> y : copies) {
        assertEquals(x.merge(y), y.merge(x));
        for (MultiValueRegister<String> z : copies) {
          assertEquals(x.merge(y).merge(z), x.merge(y.merge(z)));
        }
      }
    }
  }
}
