package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastWriterWinsMapTest {
  private final LastWriterWinsMap<String, String> empty = LastWriterWinsMap.empty();
  private final LastWriterWinsMap<String, String> start = empty.put("a", 100, "x", "start");

  @Test
  void of_concurrent_writes_all_replicas_show_the_same() {
    LastWriterWinsMap<String, String> left = start.put("a", 200, "x", "left");
    LastWriterWinsMap<String, String> right = start.put("b", 200, "x", "right");

    assertEquals(Map.of("x", "right"), left.merge(right).values());
    assertEquals(Map.of("x", "right"), right.merge(left).values());
  }

  @Test
  void a_late_clock_does_not_bring_back_what_had_lost() {
    LastWriterWinsMap<String, String> lost = empty.put("c", 500, "x", "lost");
    LastWriterWinsMap<String, String> fast = empty.put("a", 1_000_000, "x", "fast clock");
    assertEquals(Optional.of("fast clock"), lost.merge(fast).value("x"));

    LastWriterWinsMap<String, String> late = fast.put("b", 5, "x", "late clock");
    assertEquals(Optional.of("late clock"), lost.merge(fast).merge(late).value("x"));
    assertEquals(Optional.of("late clock"), late.merge(lost).value("x"));
  }

  @Test
  void an_old_message_does_not_bring_back_what_was_removed() {
    LastWriterWinsMap<String, String> removed = start.remove("x");

    assertEquals(Map.of(), removed.merge(start).values());
    assertEquals(Map.of(), start.merge(removed).values());
  }

  @Test
  void a_write_that_the_remover_did_not_see_stays() {
    LastWriterWinsMap<String, String> removed = start.remove("x");
    LastWriterWinsMap<String, String> written = start.put("b", 5, "x", "new");

    assertEquals(Map.of("x", "new"), removed.merge(written).values());
    assertEquals(Map.of(), removed.merge(written).remove("x").merge(written).values());
  }

  @Test
  void removed_keys_leave_nothing_behind() {
    LastWriterWinsMap<String, String> map = start;
    for (int i = 0; i < 1_000; i++) {
      map = map.put("a", i, "key" + i, "value").remove("key" + i);
    }

    assertEquals(Map.of("x", "start"), map.values());
    assertEquals(1, map.writes().size());
    assertEquals(1, map.seen().size());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    List<LastWriterWinsMap<String, String>> copies =
        List.of(
            empty,
            start,
            start.remove("x"),
            start.put("b", 100, "x", "b").put("b", 7, "y", "b"),
            empty.put("c", 100, "x", "c"),
            start.put("a", 200, "y", "a").remove("x"));

    for (LastWriterWinsMap<String, String> a : copies) {
      assertEquals(a, a.merge(a));
      for (LastWriterWinsMap<String, String> b : copies) {
        assertEquals(a.merge(b), b.merge(a));
        for (LastWriterWinsMap<String, String> c : copies) {
          assertEquals(a.merge(b).merge(c), a.merge(b.merge(c)));
        }
      }
    }
  }
}
