package godmode.simulate.crdt;

import godmode.simulate.clock.Dot;
import godmode.simulate.clock.Stamp;
import godmode.simulate.crdt.Workload.Made;
import godmode.simulate.crdt.Workload.Turn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** A workload for each type, and mutants that leave a mechanism out. */
public final class Workloads {
  /** Adds up what two copies of a counter say. */
  public static final String NAIVE_MERGE = "naive-merge";

  /** Stamps writes with what the clock shows; that of the first replica is ahead. */
  public static final String WALL_CLOCK = "wall-clock";

  /** Forgets what was removed. */
  public static final String NO_TOMBSTONES = "no-tombstones";

  private static final int KEYS = 10;
  private static final long SKEW_TICKS = 1_000;

  private record Simple<C extends Crdt<C>>(
      C start,
      BiFunction<C, Turn, C> changing,
      BinaryOperator<C> merging,
      Function<C, Object> showing,
      BiFunction<C, List<Made>, Optional<String>> judging)
      implements Workload<C> {
    @Override
    public C change(C copy, Turn turn) {
      return changing.apply(copy, turn);
    }

    @Override
    public C merge(C copy, C other) {
      return merging.apply(copy, other);
    }

    @Override
    public int entries(C copy) {
      return copy.entries();
    }

    @Override
    public String shown(C copy) {
      return showing.apply(copy).toString();
    }

    @Override
    public Optional<String> wrong(C end, List<Made> made) {
      return judging.apply(end, made);
    }
  }

  private Workloads() {}

  /** Every type, by its name. */
  public static SortedMap<String, Workload<?>> all() {
    SortedMap<String, Workload<?>> all = new TreeMap<>();
    all.put("g-counter", growOnlyCounter(GrowOnlyCounter::merge));
    all.put("pn-counter", positiveNegativeCounter(PositiveNegativeCounter::merge));
    all.put("g-set", growOnlySet());
    all.put("2p-set", twoPhaseSet());
    all.put("or-set", observedRemoveSet(ObservedRemoveSet::merge));
    all.put("lww-register", lastWriterWinsRegister(false));
    all.put("mv-register", multiValueRegister());
    all.put("lww-map", lastWriterWinsMap());
    all.put("or-map", observedRemoveMap());
    all.put("rga", replicatedGrowableArray());
    return all;
  }

  /** The mutants of a type, by their names. */
  public static SortedMap<String, Workload<?>> mutants(String type) {
    SortedMap<String, Workload<?>> mutants = new TreeMap<>();
    switch (type) {
      case "g-counter" -> mutants.put(NAIVE_MERGE, growOnlyCounter(Workloads::summed));
      case "pn-counter" ->
          mutants.put(
              NAIVE_MERGE,
              positiveNegativeCounter(
                  (a, b) ->
                      new PositiveNegativeCounter(
                          summed(a.up(), b.up()), summed(a.down(), b.down()))));
      case "or-set" -> mutants.put(NO_TOMBSTONES, observedRemoveSet(Workloads::united));
      case "lww-register" -> mutants.put(WALL_CLOCK, lastWriterWinsRegister(true));
      default -> {}
    }
    return mutants;
  }

  private static GrowOnlyCounter summed(GrowOnlyCounter a, GrowOnlyCounter b) {
    SortedMap<String, Long> counts = new TreeMap<>(a.counts());
    b.counts().forEach((replica, count) -> counts.merge(replica, count, Workloads::cappedSum));
    return new GrowOnlyCounter(counts);
  }

  /** Far below the largest number, so that what many replicas sum up to is still a number. */
  private static long cappedSum(long a, long b) {
    return Math.min(Long.MAX_VALUE >> 8, a + b);
  }

  private static <E extends Comparable<E>> ObservedRemoveSet<E> united(
      ObservedRemoveSet<E> a, ObservedRemoveSet<E> b) {
    SortedMap<Dot, E> held = new TreeMap<>(a.additions().held());
    held.putAll(b.additions().held());
    return new ObservedRemoveSet<>(
        new Dotted<>(held, a.additions().seen().merge(b.additions().seen())));
  }

  private static Workload<GrowOnlyCounter> growOnlyCounter(BinaryOperator<GrowOnlyCounter> merge) {
    return new Simple<>(
        GrowOnlyCounter.ZERO,
        (copy, turn) -> copy.increment(turn.name(), 1),
        merge,
        GrowOnlyCounter::value,
        (end, made) -> Judging.counted(end.value(), made.size()));
  }

  private static Workload<PositiveNegativeCounter> positiveNegativeCounter(
      BinaryOperator<PositiveNegativeCounter> merge) {
    return new Simple<>(
        PositiveNegativeCounter.ZERO,
        (copy, turn) -> copy.add(turn.name(), step(turn)),
        merge,
        PositiveNegativeCounter::value,
        (end, made) ->
            Judging.counted(end.value(), made.stream().mapToLong(m -> step(m.turn())).sum()));
  }

  private static long step(Turn turn) {
    return turn.number() % 3 == 0 ? -1 : 2;
  }

  private static Workload<GrowOnlySet<Integer>> growOnlySet() {
    return new Simple<GrowOnlySet<Integer>>(
        GrowOnlySet.empty(),
        (copy, turn) -> copy.add(turn.number()),
        GrowOnlySet::merge,
        GrowOnlySet::elements,
        (end, made) -> Judging.holds(end.elements(), made, turn -> true));
  }

  /** What was added in one round is removed in the next. */
  private static Workload<TwoPhaseSet<Integer>> twoPhaseSet() {
    return new Simple<TwoPhaseSet<Integer>>(
        TwoPhaseSet.empty(),
        (copy, turn) -> adds(turn) ? copy.add(turn.number()) : copy.remove(turn.before()),
        TwoPhaseSet::merge,
        TwoPhaseSet::elements,
        (end, made) -> Judging.holds(end.elements(), made, Workloads::adds));
  }

  private static Workload<ObservedRemoveSet<Integer>> observedRemoveSet(
      BinaryOperator<ObservedRemoveSet<Integer>> merge) {
    return new Simple<ObservedRemoveSet<Integer>>(
        ObservedRemoveSet.empty(),
        (copy, turn) ->
            adds(turn) ? copy.add(turn.name(), turn.number()) : copy.remove(turn.before()),
        merge,
        ObservedRemoveSet::elements,
        (end, made) -> Judging.holds(end.elements(), made, Workloads::adds));
  }

  private static boolean adds(Turn turn) {
    return turn.round() % 2 == 0;
  }

  private static Workload<LastWriterWinsRegister<Integer>> lastWriterWinsRegister(
      boolean wallClock) {
    return new Simple<LastWriterWinsRegister<Integer>>(
        LastWriterWinsRegister.empty(),
        (copy, turn) -> {
          if (!writes(turn)) {
            return LastWriterWinsRegister.empty();
          }
          return wallClock
              ? copy.stamped(new Stamp(now(turn), turn.name()), turn.number())
              : copy.write(turn.name(), now(turn), turn.number());
        },
        LastWriterWinsRegister::merge,
        copy -> copy.value().map(Object::toString).orElse("nothing"),
        (end, made) -> Judging.unseen(Set.of(end.value().orElse(-1)), made, Workloads::writes));
  }

  /** Not all at once, so that writes come after writes. */
  private static boolean writes(Turn turn) {
    return turn.round() % 3 == turn.replica() % 3;
  }

  private static long now(Turn turn) {
    return turn.number() + (turn.replica() == 0 ? SKEW_TICKS : 0);
  }

  private static Workload<MultiValueRegister<Integer>> multiValueRegister() {
    return new Simple<MultiValueRegister<Integer>>(
        MultiValueRegister.empty(),
        (copy, turn) -> copy.write(turn.name(), turn.number()),
        MultiValueRegister::merge,
        MultiValueRegister::values,
        (end, made) -> Judging.unseen(Set.copyOf(end.values()), made, turn -> true));
  }

  /** Ten keys; what was put in one round is removed in the next, whoever wrote to it since. */
  private static Workload<LastWriterWinsMap<Integer, Integer>> lastWriterWinsMap() {
    return new Simple<LastWriterWinsMap<Integer, Integer>>(
        LastWriterWinsMap.empty(),
        (copy, turn) ->
            adds(turn)
                ? copy.put(turn.name(), now(turn), turn.number() % KEYS, turn.number())
                : copy.remove(turn.before() % KEYS),
        LastWriterWinsMap::merge,
        LastWriterWinsMap::values,
        (end, made) -> Judging.keys(end.values().keySet(), made, KEYS, Workloads::adds));
  }

  private static Workload<ObservedRemoveMap<Integer, GrowOnlySet<Integer>>> observedRemoveMap() {
    GrowOnlySet<Integer> none = GrowOnlySet.empty();
    return new Simple<ObservedRemoveMap<Integer, GrowOnlySet<Integer>>>(
        ObservedRemoveMap.empty(),
        (copy, turn) ->
            adds(turn)
                ? copy.update(turn.name(), turn.number() % KEYS, none.add(turn.number()))
                : copy.remove(turn.before() % KEYS),
        ObservedRemoveMap::merge,
        copy -> copy.values().keySet(),
        (end, made) -> Judging.keys(end.values().keySet(), made, KEYS, Workloads::adds));
  }

  /** Types at the end, and in every third round removes the first letter. */
  private static Workload<ReplicatedGrowableArray<Integer>> replicatedGrowableArray() {
    return new Simple<ReplicatedGrowableArray<Integer>>(
        ReplicatedGrowableArray.empty(),
        (copy, turn) ->
            types(turn)
                ? copy.insert(turn.name(), copy.size(), List.of(turn.number()))
                : copy.remove(0, Math.min(1, copy.size())),
        ReplicatedGrowableArray::merge,
        ReplicatedGrowableArray::elements,
        (end, made) -> Judging.typed(end.elements(), made, Workloads::types));
  }

  private static boolean types(Turn turn) {
    return turn.round() % 3 != 2;
  }
}
