package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsistentHashingTest {
  private static final List<String> NODES =
      IntStream.range(0, 10).mapToObj(i -> "node-" + i).toList();
  private static final List<String> KEYS =
      IntStream.range(0, 10_000).mapToObj(i -> "key-" + i).toList();

  private final ConsistentHashing before = new ConsistentHashing(NODES, 200);

  @Test
  void a_node_that_goes_moves_no_keys_but_its_own() {
    List<String> left = new ArrayList<>(NODES);
    left.remove("node-3");
    ConsistentHashing after = new ConsistentHashing(left, 200);

    for (String key : KEYS) {
      if (!before.node(key).equals("node-3")) {
        assertEquals(before.node(key), after.node(key), key);
      }
    }
  }

  @Test
  void no_node_has_much_more_than_its_share() {
    Map<String, Integer> keys = new TreeMap<>();
    KEYS.forEach(key -> keys.merge(before.node(key), 1, Integer::sum));

    assertEquals(10, keys.size());
    keys.forEach((node, count) -> assertTrue(count < 1_500, () -> node + " has " + count));
  }

  @Test
  void the_loss_of_one_node_leaves_the_other_copies() {
    for (String key : KEYS.subList(0, 1_000)) {
      assertEquals(3, new HashSet<>(before.nodes(key, 3)).size(), key);
    }
  }

  @Test
  void the_order_in_which_nodes_are_listed_does_not_matter() {
    List<String> reversed = new ArrayList<>(NODES);
    java.util.Collections.reverse(reversed);
    ConsistentHashing same = new ConsistentHashing(reversed, 200);

    KEYS.forEach(key -> assertEquals(before.nodes(key, 3), same.nodes(key, 3)));
  }

  @Test
  void more_copies_than_nodes_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> before.nodes("key", 11));
  }
}
