package godmode.simulate.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every short history of two replicas, for every type: what must hold of any merge. */
class LawsTest {
  private static final int STEPS = 4;

  @Test
  void merge_is_commutative_associative_and_idempotent() {
    Map<String, Integer> checked = new TreeMap<>();
    for (Replicated<?> type : Replicated.all()) {
      checked.put(type.name(), laws(type));
    }
    assertThat(checked.values()).allMatch(triples -> triples > 4_000);
    assertThat(checked).hasSize(10);
  }

  private static <C extends Crdt<C>> int laws(Replicated<C> type) {
    int[] triples = {0};
    EveryChoice.forEach(
        choice -> {
          List<C> states = new Replicated.Run<>(type, choice, 3).states;
          for (C a : states) {
            assertSame(a.merge(a), a);
            for (C b : states) {
              C both = a.merge(b);
              assertSame(both, b.merge(a));
              for (C c : states) {
                assertSame(both.merge(c), a.merge(b.merge(c)));
                triples[0]++;
              }
            }
          }
        });
    return triples[0];
  }

  @Test
  void a_change_only_goes_up_and_a_merge_is_the_least_that_includes_both() {
    for (Replicated<?> type : Replicated.all()) {
      assertThat(monotone(type)).as(type.name()).isGreaterThan(200);
    }
  }

  private static <C extends Crdt<C>> int monotone(Replicated<C> type) {
    return EveryChoice.forEach(
        choice -> {
          Replicated.Run<C> run = new Replicated.Run<>(type, choice, 3);
          List<C> states = run.states;
          for (C delta : run.deltas) {
            for (C state : states) {
              assertThat(state.merge(delta).includes(state)).isTrue();
              assertThat(state.merge(delta).includes(delta)).isTrue();
            }
          }
          for (C a : states) {
            for (C b : states) {
              for (C bound : states) {
                if (bound.includes(a) && bound.includes(b)) {
                  assertThat(bound.includes(a.merge(b))).isTrue();
                }
              }
              assertThat(a.includes(b) && b.includes(a)).isEqualTo(a.equals(b));
            }
          }
        });
  }

  @Test
  void deltas_in_every_order_and_twice_give_what_merging_copies_gives() {
    Map<String, Integer> histories = new TreeMap<>();
    for (Replicated<?> type : Replicated.all()) {
      histories.put(type.name(), deliveries(type));
    }
    assertThat(histories)
        .containsEntry("g-counter", 6 * 6 * 6 * 6)
        .containsEntry("pn-counter", 6 * 6 * 6 * 6)
        .containsEntry("or-set", 8 * 8 * 8 * 8)
        .containsEntry("rga", 8 * 8 * 8 * 8)
        .hasSize(10);
  }

  private static <C extends Crdt<C>> int deliveries(Replicated<C> type) {
    return EveryChoice.forEach(
        choice -> {
          Replicated.Run<C> run = new Replicated.Run<>(type, choice, STEPS);
          C merged = run.copies.get(0).merge(run.copies.get(1));
          for (List<C> order : orders(run.deltas)) {
            C observer = type.start();
            for (C delta : order) {
              observer = observer.merge(delta);
            }
            assertSame(observer, merged);
            C group = type.start();
            for (C delta : order.subList(0, order.size() / 2)) {
              observer = observer.merge(delta);
              group = group.merge(delta);
            }
            assertSame(observer, merged);
            assertSame(group.merge(merged), merged);
          }
        });
  }

  /** Equal states must look equal, too; isEqualTo builds texts that a sweep has no time for. */
  private static void assertSame(Object actual, Object expected) {
    if (!actual.equals(expected) || actual.hashCode() != expected.hashCode()) {
      assertThat(actual).isEqualTo(expected);
      assertThat(actual.hashCode()).isEqualTo(expected.hashCode());
    }
  }

  private static <T> List<List<T>> orders(List<T> some) {
    if (some.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      List<T> rest = new ArrayList<>(some);
      T first = rest.remove(i);
      for (List<T> order : orders(rest)) {
        List<T> one = new ArrayList<>();
        one.add(first);
        one.addAll(order);
        all.add(one);
      }
    }
    return all;
  }
}
