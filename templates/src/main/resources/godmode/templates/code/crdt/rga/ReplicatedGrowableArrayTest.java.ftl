package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicatedGrowableArrayTest {
  private final ReplicatedGrowableArray<String> start =
      insert(ReplicatedGrowableArray.empty(), "a", 0, "abc");

  private static ReplicatedGrowableArray<String> insert(
      ReplicatedGrowableArray<String> text, String replica, int index, String letters) {
    return text.insert(replica, index, List.of(letters.split("")));
  }

  private static String text(ReplicatedGrowableArray<String> copy) {
    return String.join("", copy.elements());
  }

  @Test
  void both_sides_of_a_partition_keep_what_they_typed_and_in_one_piece() {
    ReplicatedGrowableArray<String> left = insert(start, "a", 1, "123");
    ReplicatedGrowableArray<String> right = insert(start, "b", 1, "xyz");

    assertEquals("axyz123bc", text(left.merge(right)));
    assertEquals("axyz123bc", text(right.merge(left)));
  }

  @Test
  void what_is_inserted_between_two_stands_between_them() {
    assertEquals("a1bc", text(insert(start, "a", 1, "1")));
    assertEquals("a21bc", text(insert(insert(start, "b", 1, "1"), "c", 1, "2")));
    assertEquals("0abc", text(insert(start, "b", 0, "0")));
  }

  @Test
  void what_is_inserted_next_to_what_the_other_side_removes_stays_in_its_place() {
    ReplicatedGrowableArray<String> removed = start.remove(1, 1);
    ReplicatedGrowableArray<String> typed = insert(start, "b", 2, "xy");

    assertEquals("axyc", text(removed.merge(typed)));
    assertEquals("axyc", text(typed.merge(removed)));
  }

  @Test
  void an_old_message_does_not_bring_back_what_was_removed() {
    ReplicatedGrowableArray<String> removed = start.remove(1, 1);

    assertEquals("ac", text(removed.merge(start)));
    assertEquals("ac", text(start.merge(removed)));
    assertEquals("ac", text(removed.collect(List.of(removed)).merge(start)));
  }

  @Test
  void a_tombstone_that_one_replica_lacks_is_kept() {
    ReplicatedGrowableArray<String> removed = start.remove(2, 1);
    ReplicatedGrowableArray<String> collected = removed.collect(List.of(removed, start));

    assertEquals("abx", text(collected.merge(insert(start, "b", 3, "x"))));
  }

  @Test
  void what_is_not_removed_is_kept_even_without_copies() {
    assertEquals("abc", text(start.collect(List.of())));
  }

  @Test
  void tombstones_that_all_replicas_have_are_dropped() {
    ReplicatedGrowableArray<String> removed = insert(start, "b", 3, "xyz").remove(1, 5);
    ReplicatedGrowableArray<String> other = start.merge(removed);
    ReplicatedGrowableArray<String> collected = removed.collect(List.of(removed, other));

    assertEquals(6, removed.rows().size());
    assertEquals(1, collected.rows().size());
    assertEquals("a", text(other.merge(collected)));
    assertEquals("a!", text(insert(collected, "b", 1, "!").merge(other)));
  }

  @Test
  void a_long_text_is_no_deep_recursion() {
    String letters = "x".repeat(100_000);

    assertEquals(letters, text(insert(ReplicatedGrowableArray.empty(), "a", 0, letters)));
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    List<ReplicatedGrowableArray<String>> copies =
        List.of(
            ReplicatedGrowableArray.empty(),
            start,
            start.remove(0, 2),
            insert(start, "b", 1, "x"),
            insert(start, "c", 1, "y").remove(0, 1),
            insert(insert(start, "b", 1, "x"), "b", 4, "z").remove(2, 2));

    for (ReplicatedGrowableArray<String> x : copies) {
      assertEquals(x, x.merge(x));
      for (ReplicatedGrowableArray<String> y : copies) {
        assertEquals(x.merge(y), y.merge(x));
        for (ReplicatedGrowableArray<String> z : copies) {
          assertEquals(x.merge(y).merge(z), x.merge(y.merge(z)));
        }
      }
    }
  }

  @Test
  void places_outside_are_refused() {
    assertThrows(IndexOutOfBoundsException.class, () -> start.insert("a", 4, List.of("x")));
    assertThrows(IndexOutOfBoundsException.class, () -> start.remove(2, 2));
  }
}
