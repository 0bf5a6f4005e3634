package godmode.simulate.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.apache.pekko.actor.Address;
import org.apache.pekko.cluster.UniqueAddress;
import org.apache.pekko.cluster.ddata.GCounter;
import org.apache.pekko.cluster.ddata.GSet;
import org.apache.pekko.cluster.ddata.LWWMap;
import org.apache.pekko.cluster.ddata.LWWRegister;
import org.apache.pekko.cluster.ddata.ORMap;
import org.apache.pekko.cluster.ddata.ORSet;
import org.apache.pekko.cluster.ddata.PNCounter;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Ours against the data types of Apache Pekko: every history of five steps on two replicas shows
 * the same values after each step. Pekko has no 2P-Set, MV-Register and RGA.
 */
class PekkoTest {
  private static final int STEPS = 5;
  private static final List<String> REPLICAS = List.of("a", "b");
  private static final LWWRegister.Clock<String> LATE = (stamp, value) -> Math.max(1, stamp + 1);
  private static final LWWRegister.Clock<String> EARLY = (stamp, value) -> Math.max(7, stamp + 1);

  /** One change in both libraries. */
  private record Change<C, P>(
      BiFunction<C, String, C> ours, BiFunction<P, SelfUniqueAddress, P> theirs) {}

  /** One type in both libraries. */
  private record Both<C extends Crdt<C>, P>(
      C ours,
      P theirs,
      BiFunction<P, P, P> merge,
      BiPredicate<C, P> agrees,
      List<Change<C, P>> changes) {

    /** How many histories there are; each agrees after every step. */
    int histories() {
      return EveryChoice.forEach(
          choice -> {
            List<C> copies = new ArrayList<>(List.of(ours, ours));
            List<P> twins = new ArrayList<>(List.of(theirs, theirs));
            List<String> told = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
              int at = choice.pick(2);
              int what = choice.pick(changes.size() + 1);
              C copy = copies.get(at);
              if (what == changes.size()) {
                copies.set(at, copy.merge(copies.get(1 - at)));
                twins.set(at, merge.apply(twins.get(at), twins.get(1 - at)));
              } else {
                Change<C, P> change = changes.get(what);
                copies.set(at, copy.merge(change.ours().apply(copy, REPLICAS.get(at))));
                twins.set(at, change.theirs().apply(twins.get(at), node(REPLICAS.get(at))));
              }
              told.add(REPLICAS.get(at) + what);
              if (!agrees.test(copies.get(at), twins.get(at))) {
                assertThat(copies.get(at).toString()).as(told.toString()).isEqualTo("" + twins);
              }
            }
          });
    }
  }

  @Test
  void counters_agree() {
    Both<GrowOnlyCounter, GCounter> growing =
        new Both<>(
            GrowOnlyCounter.ZERO,
            GCounter.create(),
            GCounter::merge,
            (c, p) -> c.value() == p.value().longValue(),
            List.of(
                new Change<>((c, r) -> c.increment(r, 1), (p, n) -> p.increment(n, 1)),
                new Change<>((c, r) -> c.increment(r, 3), (p, n) -> p.increment(n, 3))));
    Both<PositiveNegativeCounter, PNCounter> both =
        new Both<>(
            PositiveNegativeCounter.ZERO,
            PNCounter.create(),
            PNCounter::merge,
            (c, p) -> c.value() == p.value().longValue(),
            List.of(
                new Change<>((c, r) -> c.add(r, 2), (p, n) -> p.increment(n, 2)),
                new Change<>((c, r) -> c.add(r, -1), (p, n) -> p.decrement(n, 1))));

    assertThat(growing.histories()).isEqualTo(6 * 6 * 6 * 6 * 6);
    assertThat(both.histories()).isEqualTo(6 * 6 * 6 * 6 * 6);
  }

  @Test
  void sets_agree() {
    Both<GrowOnlySet<String>, GSet<String>> growing =
        new Both<GrowOnlySet<String>, GSet<String>>(
            GrowOnlySet.empty(),
            GSet.create(),
            GSet::merge,
            (c, p) -> c.elements().equals(set(p.elements())),
            List.of(
                new Change<>((c, r) -> c.add("x"), (p, n) -> p.add("x")),
                new Change<>((c, r) -> c.add(r), (p, n) -> p.add(name(n)))));
    Both<ObservedRemoveSet<String>, ORSet<String>> observed =
        new Both<ObservedRemoveSet<String>, ORSet<String>>(
            ObservedRemoveSet.empty(),
            ORSet.create(),
            ORSet::merge,
            (c, p) -> c.elements().equals(set(p.elements())),
            List.of(
                new Change<>((c, r) -> c.add(r, "x"), (p, n) -> p.add(n, "x")),
                new Change<>((c, r) -> c.add(r, r), (p, n) -> p.add(n, name(n))),
                new Change<>((c, r) -> c.remove("x"), (p, n) -> p.remove(n, "x"))));

    assertThat(growing.histories()).isEqualTo(6 * 6 * 6 * 6 * 6);
    assertThat(observed.histories()).isEqualTo(8 * 8 * 8 * 8 * 8);
  }

  @Test
  void registers_agree() {
    Both<LastWriterWinsRegister<String>, LWWRegister<String>> register =
        new Both<LastWriterWinsRegister<String>, LWWRegister<String>>(
            LastWriterWinsRegister.<String>empty().write("a", 0, "start"),
            LWWRegister.create(node("a"), "start", (stamp, value) -> 0L),
            LWWRegister::merge,
            (c, p) -> c.value().orElseThrow().equals(p.value()),
            List.of(
                new Change<>((c, r) -> c.write(r, 1, r), (p, n) -> p.withValue(n, name(n), LATE)),
                new Change<>(
                    (c, r) -> c.write(r, 7, r + "7"),
                    (p, n) -> p.withValue(n, name(n) + "7", EARLY))));

    assertThat(register.histories()).isEqualTo(6 * 6 * 6 * 6 * 6);
  }

  /**
   * Pekko merges the values of one key for good, so what was merged with a concurrent write stays
   * there when it is removed elsewhere; ours goes. Keys agree throughout, and where values differ,
   * ours are fewer.
   */
  @Test
  void maps_of_sets_agree_but_for_values_that_pekko_keeps_after_their_removal() {
    GrowOnlySet<String> none = GrowOnlySet.empty();
    int[] fewer = {0};
    Both<ObservedRemoveMap<String, GrowOnlySet<String>>, ORMap<String, GSet<String>>> map =
        new Both<ObservedRemoveMap<String, GrowOnlySet<String>>, ORMap<String, GSet<String>>>(
            ObservedRemoveMap.empty(),
            ORMap.create(),
            ORMap::merge,
            (c, p) -> {
              GSet<String> set =
                  CollectionConverters.asJava(p.entries()).getOrDefault("k", GSet.create());
              Set<String> shown = set(set.elements());
              Set<String> ours = c.value("k").orElse(none).elements();
              fewer[0] += shown.size() - ours.size();
              return c.values().containsKey("k") == p.contains("k") && shown.containsAll(ours);
            },
            List.of(
                new Change<>(
                    (c, r) -> c.update(r, "k", none.add(r)),
                    (p, n) -> p.update(n, "k", GSet.create(), set -> set.add(name(n)))),
                new Change<>((c, r) -> c.remove("k"), (p, n) -> p.remove(n, "k"))));

    assertThat(map.histories()).isEqualTo(6 * 6 * 6 * 6 * 6);
    assertThat(fewer[0]).isEqualTo(12);
  }

  @Test
  void maps_of_registers_agree_on_their_keys_and_mostly_on_their_values() {
    int[] differ = {0};
    Both<LastWriterWinsMap<String, String>, LWWMap<String, String>> map =
        new Both<LastWriterWinsMap<String, String>, LWWMap<String, String>>(
            LastWriterWinsMap.empty(),
            LWWMap.create(),
            LWWMap::merge,
            (c, p) -> {
              Map<String, String> theirs = CollectionConverters.asJava(p.entries());
              differ[0] += c.values().equals(theirs) ? 0 : 1;
              return c.values().keySet().equals(theirs.keySet());
            },
            List.of(
                new Change<>((c, r) -> c.put(r, 1, "k", r), (p, n) -> p.put(n, "k", name(n), LATE)),
                new Change<>((c, r) -> c.remove("k"), (p, n) -> p.remove(n, "k"))));

    assertThat(map.histories()).isEqualTo(6 * 6 * 6 * 6 * 6);
    assertThat(differ[0]).isEqualTo(6);
  }

  /** Pekko lets the lower address win a tie, we the higher name: a is the higher address. */
  private static SelfUniqueAddress node(String replica) {
    String host = replica.equals("a") ? "2" : "1";
    return new SelfUniqueAddress(
        UniqueAddress.apply(new Address("pekko", replica, host, 1), (long) host.charAt(0)));
  }

  private static String name(SelfUniqueAddress node) {
    return node.uniqueAddress().address().system();
  }

  private static Set<String> set(scala.collection.immutable.Set<String> elements) {
    return new HashSet<>(CollectionConverters.asJava(elements));
  }
}
