package godmode.simulate.crdt;

import java.util.ArrayList;
import java.util.List;

/**
 * A type under test: where it starts, and a few changes that can clash.
 *
 * @param changes each gives the delta of a change on a copy
 */
record Replicated<C extends Crdt<C>>(String name, C start, List<Change<C>> changes) {
  /** A change, by a replica, on its copy. */
  interface Change<C> {
    C delta(C copy, String replica);
  }

  static List<Replicated<?>> all() {
    return List.of(
        growOnlyCounter(),
        positiveNegativeCounter(),
        growOnlySet(),
        twoPhaseSet(),
        observedRemoveSet(),
        lastWriterWinsRegister(),
        multiValueRegister(),
        lastWriterWinsMap(),
        observedRemoveMap(),
        replicatedGrowableArray());
  }

  static Replicated<GrowOnlyCounter> growOnlyCounter() {
    return new Replicated<>(
        "g-counter",
        GrowOnlyCounter.ZERO,
        List.of((c, r) -> c.increment(r, 1), (c, r) -> c.increment(r, 5)));
  }

  private static Replicated<PositiveNegativeCounter> positiveNegativeCounter() {
    return new Replicated<>(
        "pn-counter",
        PositiveNegativeCounter.ZERO,
        List.of((c, r) -> c.add(r, 2), (c, r) -> c.add(r, -1)));
  }

  private static Replicated<GrowOnlySet<String>> growOnlySet() {
    return new Replicated<GrowOnlySet<String>>(
        "g-set", GrowOnlySet.empty(), List.of((c, r) -> c.add("x"), (c, r) -> c.add("y")));
  }

  private static Replicated<TwoPhaseSet<String>> twoPhaseSet() {
    return new Replicated<TwoPhaseSet<String>>(
        "2p-set",
        TwoPhaseSet.empty(),
        List.of((c, r) -> c.add("x"), (c, r) -> c.remove("x"), (c, r) -> c.add("y")));
  }

  private static Replicated<ObservedRemoveSet<String>> observedRemoveSet() {
    return new Replicated<ObservedRemoveSet<String>>(
        "or-set",
        ObservedRemoveSet.empty(),
        List.of((c, r) -> c.add(r, "x"), (c, r) -> c.remove("x"), (c, r) -> c.add(r, "y")));
  }

  private static Replicated<LastWriterWinsRegister<String>> lastWriterWinsRegister() {
    return new Replicated<LastWriterWinsRegister<String>>(
        "lww-register",
        LastWriterWinsRegister.empty(),
        List.of((c, r) -> c.write(r, 1, r + "1"), (c, r) -> c.write(r, 7, r + "7")));
  }

  private static Replicated<MultiValueRegister<String>> multiValueRegister() {
    return new Replicated<MultiValueRegister<String>>(
        "mv-register",
        MultiValueRegister.empty(),
        List.of((c, r) -> c.write(r, "x"), (c, r) -> c.write(r, r)));
  }

  private static Replicated<LastWriterWinsMap<String, String>> lastWriterWinsMap() {
    return new Replicated<LastWriterWinsMap<String, String>>(
        "lww-map",
        LastWriterWinsMap.empty(),
        List.of(
            (c, r) -> c.put(r, 1, "k", r),
            (c, r) -> c.remove("k"),
            (c, r) -> c.put(r, 7, "k", r + "7")));
  }

  private static Replicated<ObservedRemoveMap<String, GrowOnlySet<String>>> observedRemoveMap() {
    GrowOnlySet<String> none = GrowOnlySet.empty();
    return new Replicated<ObservedRemoveMap<String, GrowOnlySet<String>>>(
        "or-map",
        ObservedRemoveMap.empty(),
        List.of(
            (c, r) -> c.update(r, "k", none.add("x" + r)),
            (c, r) -> c.remove("k"),
            (c, r) -> c.update(r, "k", none.add("y"))));
  }

  private static Replicated<ReplicatedGrowableArray<String>> replicatedGrowableArray() {
    return new Replicated<ReplicatedGrowableArray<String>>(
        "rga",
        ReplicatedGrowableArray.empty(),
        List.of(
            (c, r) -> c.insert(r, 0, List.of(r)),
            (c, r) -> c.insert(r, c.size(), List.of("1", "2")),
            (c, r) -> c.remove(0, Math.min(1, c.size()))));
  }

  /** Copies of two replicas that change and hear from each other. */
  static final class Run<C extends Crdt<C>> {
    final List<C> copies = new ArrayList<>();
    final List<C> deltas = new ArrayList<>();
    final List<C> states = new ArrayList<>();

    Run(Replicated<C> type, EveryChoice choice, int steps) {
      copies.add(type.start());
      copies.add(type.start());
      states.add(type.start());
      for (int step = 0; step < steps; step++) {
        int replica = choice.pick(2);
        int what = choice.pick(type.changes().size() + 1);
        C old = copies.get(replica);
        if (what == type.changes().size()) {
          copies.set(replica, old.merge(copies.get(1 - replica)));
        } else {
          C delta = type.changes().get(what).delta(old, replica == 0 ? "a" : "b");
          deltas.add(delta);
          copies.set(replica, old.merge(delta));
        }
        if (!states.contains(copies.get(replica))) {
          states.add(copies.get(replica));
        }
      }
    }
  }
}
