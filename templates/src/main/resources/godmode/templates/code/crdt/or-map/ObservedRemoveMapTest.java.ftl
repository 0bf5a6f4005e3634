package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ObservedRemoveMapTest {
  /** Carts: of each customer a set of articles that only grows. */
  private static final ObservedRemoveMap.Values<Set<String>> ARTICLES =
      new ObservedRemoveMap.Values<>(Set.of(), ObservedRemoveMapTest::union);

  private final ObservedRemoveMap<String, Set<String>> start =
      with(ObservedRemoveMap.empty(), "a", "ann", "tea");

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private static ObservedRemoveMap<String, Set<String>> with(
      ObservedRemoveMap<String, Set<String>> map, String replica, String key, String article) {
    return map.update(replica, key, ARTICLES, value -> union(value, Set.of(article)));
  }

  private static Map<String, Set<String>> values(ObservedRemoveMap<String, Set<String>> map) {
    return map.values(ARTICLES);
  }

  @Test
  void both_sides_of_a_partition_keep_what_they_put_under_one_key() {
    ObservedRemoveMap<String, Set<String>> left = with(start, "a", "ann", "milk");
    ObservedRemoveMap<String, Set<String>> right = with(start, "b", "ann", "rum");

    assertEquals(Map.of("ann", Set.of("tea", "milk", "rum")), values(left.merge(right)));
    assertEquals(Map.of("ann", Set.of("tea", "milk", "rum")), values(right.merge(left)));
  }

  @Test
  void an_old_message_does_not_bring_back_what_was_removed() {
    ObservedRemoveMap<String, Set<String>> removed = start.remove("ann");

    assertEquals(Map.of(), values(removed.merge(start)));
    assertEquals(Map.of(), values(start.merge(removed)));
  }

  @Test
  void an_update_that_the_remover_did_not_see_stays() {
    ObservedRemoveMap<String, Set<String>> removed = start.remove("ann");
    ObservedRemoveMap<String, Set<String>> updated = with(start, "b", "ann", "rum");

    assertEquals(Map.of("ann", Set.of("tea", "rum")), values(removed.merge(updated)));
    assertEquals(Map.of(), values(removed.merge(updated).remove("ann").merge(updated)));
  }

  @Test
  void a_key_that_was_removed_begins_anew() {
    ObservedRemoveMap<String, Set<String>> again =
        with(start.remove("ann"), "a", "ann", "milk");

    assertEquals(Map.of("ann", Set.of("milk")), values(again.merge(start)));
  }

  @Test
  void removed_keys_leave_nothing_behind() {
    ObservedRemoveMap<String, Set<String>> map = start;
    for (int i = 0; i < 1_000; i++) {
      map = with(map, "a", "bob", "article " + i).remove("bob");
    }

    assertEquals(1, map.updates().size());
    assertEquals(1, map.seen().size());
  }

  @Test
  void copies_agree_in_whatever_order_they_hear_of_each_other() {
    List<ObservedRemoveMap<String, Set<String>>> copies =
        List.of(
            ObservedRemoveMap.empty(),
            start,
            start.remove("ann"),
            with(start, "b", "ann", "rum"),
            with(with(start, "c", "bob", "milk"), "c", "ann", "milk").remove("ann"));

    for (ObservedRemoveMap<String, Set<String>> x : copies) {
      assertEquals(x, x.merge(x));
      for (ObservedRemoveMap<String, Set<String>> y : copies) {
        assertEquals(x.merge(y), y.merge(x));
        for (ObservedRemoveMap<String, Set<String>> z : copies) {
          assertEquals(x.merge(y).merge(z), x.merge(y.merge(z)));
        }
      }
    }
  }
}
