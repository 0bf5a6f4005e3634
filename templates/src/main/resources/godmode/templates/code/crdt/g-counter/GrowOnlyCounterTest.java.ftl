package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowOnlyCounterTest {
  private final GrowOnlyCounter a = GrowOnlyCounter.zero().increment("a", 3);
  private final GrowOnlyCounter b = GrowOnlyCounter.zero().increment("b", 4);

  @Test
  void every_increment_counts() {
    assertEquals(7, a.merge(b).value());
    assertEquals(8, a.merge(b).increment("a", 1).value());
  }

  @Test
  void a_message_that_arrives_twice_counts_once() {
    assertEquals(7, a.merge(b).merge(b).merge(a).value());
  }

  @Test
  void a_message_that_arrives_late_takes_nothing_back() {
    GrowOnlyCounter later = a.increment("a", 2);

    assertEquals(later, later.merge(a));
    assertEquals(9, b.merge(later).merge(a).value());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    GrowOnlyCounter c = a.merge(b).increment("c", 5);
    List<GrowOnlyCounter> copies = List.of(a, b, c);

    for (GrowOnlyCounter x : copies) {
      assertEquals(x, x.merge(x));
      for (GrowOnlyCounter y : copies) {
        assertEquals(x.merge(y), y.merge(x));
        for (GrowOnlyCounter z : copies) {
          assertEquals(x.merge(y).merge(z), x.merge(y.merge(z)));
        }
      }
    }
  }

  @Test
  void it_only_grows() {
    assertThrows(IllegalArgumentException.class, () -> a.increment("a", 0));
  }
}
