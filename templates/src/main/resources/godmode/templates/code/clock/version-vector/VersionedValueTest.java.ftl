package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionedValueTest {
  private final VersionedValue<String> start =
      VersionedValue.<String>empty().write("s1", Map.of(), "start");

  @Test
  void two_clients_of_one_server_that_read_the_same_both_find_what_they_wrote() {
    VersionedValue<String> both =
        start.write("s1", start.context(), "ann's").write("s1", start.context(), "bob's");

    assertEquals(List.of("ann's", "bob's"), both.values());
  }

  @Test
  void both_sides_of_a_partition_keep_what_they_wrote() {
    VersionedValue<String> left = start.write("s1", start.context(), "left");
    VersionedValue<String> right = start.write("s2", start.context(), "right");

    assertEquals(List.of("left", "right"), left.merge(right).values());
    assertEquals(List.of("left", "right"), right.merge(left).values());
  }

  @Test
  void whoever_has_read_both_decides() {
    VersionedValue<String> both =
        start
            .write("s1", start.context(), "left")
            .merge(start.write("s2", start.context(), "right"));
    VersionedValue<String> decided = both.write("s2", both.context(), "decided");

    assertEquals(List.of("decided"), decided.values());
    assertEquals(List.of("decided"), both.merge(decided).values());
  }

  @Test
  void a_client_that_reads_and_writes_again_leaves_one_value() {
    VersionedValue<String> copy = start;
    for (int i = 0; i < 100; i++) {
      copy = copy.write(i % 2 == 0 ? "s1" : "s2", copy.context(), "value " + i);
    }

    assertEquals(List.of("value 99"), copy.values());
    assertEquals(2, copy.context().size());
  }

  @Test
  void an_old_message_does_not_bring_back_what_was_replaced() {
    VersionedValue<String> changed = start.write("s2", start.context(), "changed");

    assertEquals(List.of("changed"), changed.merge(start).values());
    assertEquals(List.of("changed"), start.merge(changed).values());
  }

  @Test
  void a_server_that_is_behind_takes_a_write_that_is_ahead_of_it() {
    VersionedValue<String> changed = start.write("s2", start.context(), "changed");
    VersionedValue<String> behind = start.write("s1", changed.context(), "ahead");

    assertEquals(List.of("ahead"), behind.merge(changed).values());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    VersionedValue<String> left = start.write("s1", start.context(), "left");
    VersionedValue<String> right = start.write("s2", Map.of(), "right");
    List<VersionedValue<String>> copies =
        List.of(VersionedValue.empty(), start, left, right, left.merge(right));

    for (VersionedValue<String> x : copies) {
      assertEquals(x, x.merge(x));
      for (VersionedValue<String> y : copies) {
        assertEquals(x.merge(y), y.merge(x));
        for (VersionedValue<String> z : copies) {
          assertEquals(x.merge(y).merge(z), x.merge(y.merge(z)));
        }
      }
    }
  }
}
