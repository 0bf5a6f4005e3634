package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PositiveNegativeCounterTest {
  private final PositiveNegativeCounter a = PositiveNegativeCounter.zero().add("a", 5);
  private final PositiveNegativeCounter b = PositiveNegativeCounter.zero().add("b", -2);

  @Test
  void every_change_counts() {
    assertEquals(3, a.merge(b).value());
    assertEquals(-1, a.merge(b).add("a", -4).value());
  }

  @Test
  void a_message_that_arrives_twice_counts_once() {
    assertEquals(3, a.merge(b).merge(b).merge(a).value());
  }

  @Test
  void an_old_message_does_not_bring_back_what_was_taken() {
    PositiveNegativeCounter later = a.add("a", -4);

    assertEquals(1, later.merge(a).value());
    assertEquals(1, a.merge(later).value());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    List<PositiveNegativeCounter> copies =
        List.of(a, b, a.add("a", -9), a.merge(b).add("c", 7), b.add("b", 1));

    for (PositiveNegativeCounter x : copies) {
      assertEquals(x, x.merge(x));
      for (PositiveNegativeCounter y : copies) {
        assertEquals(x.merge(y), y.merge(x));
        for (PositiveNegativeCounter z : copies) {
          assertEquals(x.merge(y).merge(z), x.merge(y.merge(z)));
        }
      }
    }
  }
}
