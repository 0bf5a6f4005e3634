package godmode.simulate.explore;

import godmode.core.review.CounterexampleFinder.Budget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The search of {@link Explorer} on packed worlds: the same order, the same answers. Worlds lie one
 * after the other in chunks of longs; open addressing finds them, and whole worlds are compared.
 */
public final class PackedExplorer<W extends Record, A> {
  private static final int STOP_CHECK_STATES = 1 << 12;
  private static final int CHUNK_BITS = 14;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int SLOTS_MIN = 1 << 12;
  private static final int FREE = 0;
  private static final int KNOWN = -1;

  private final Scenario<W, A> scenario;
  private final Packed<W> model;
  private final int longs;
  private final List<long[]> chunks = new ArrayList<>();
  private final boolean[] reached;
  private final long[] world;
  private final Expansion expansion;
  private int[] parents = new int[CHUNK];
  private int[] slots = new int[SLOTS_MIN];
  private int size;
  private long transitions;
  private int missing;

  private PackedExplorer(Scenario<W, A> scenario, Packed<W> model) {
    this.scenario = scenario;
    this.model = model;
    this.longs = model.longs();
    this.world = new long[longs];
    this.reached = new boolean[scenario.goals().size()];
    this.missing = reached.length;
    this.expansion = new Expansion();
  }

  /** Explores a scenario through its packed model. */
  public static <W extends Record, A> Exploration<W, A> explore(
      Scenario<W, A> scenario, Packed<W> model, Budget budget) {
    return new PackedExplorer<>(scenario, model).run(budget);
  }

  private Exploration<W, A> run(Budget budget) {
    long[] start = new long[longs];
    model.pack(scenario.model().start(), start);
    if (!model.holds(start)) {
      throw new IllegalStateException("the property does not hold at the start");
    }
    add(start, 0);
    int levelEnd = 1;
    int depth = 0;
    for (int at = 0; at < size; at++) {
      if (at == levelEnd) {
        depth++;
        levelEnd = size;
      }
      if (size > budget.statesMax()
          || (at % STOP_CHECK_STATES == 0 && budget.watch().stops(size, depth))) {
        return new Exploration.BudgetSpent<>(size, depth);
      }
      if (expansion.isStuck(at)) {
        return counterexample(at, true);
      }
      int broken = expansion.expand(at);
      if (broken >= 0) {
        int end = earlierStuck(at, levelEnd, broken);
        return counterexample(end, end != broken);
      }
    }
    return new Exploration.Exhausted<>(size, transitions, depth, missed());
  }

  /** A stuck world on the level of the parent is one move nearer than a broken child. */
  private int earlierStuck(int parent, int levelEnd, int broken) {
    for (int at = parent + 1; at < levelEnd; at++) {
      if (expansion.isStuck(at)) {
        return at;
      }
    }
    return broken;
  }

  /** The index of a new world, or {@link #KNOWN}. */
  private int add(long[] next, int parent) {
    int slot = hash(next) & (slots.length - 1);
    while (slots[slot] != FREE) {
      if (isAt(slots[slot] - 1, next)) {
        return KNOWN;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    int index = size++;
    if (index >> CHUNK_BITS == chunks.size()) {
      chunks.add(new long[CHUNK * longs]);
    }
    if (index == parents.length) {
      parents = Arrays.copyOf(parents, 2 * index);
    }
    System.arraycopy(
        next, 0, chunks.get(index >> CHUNK_BITS), (index & (CHUNK - 1)) * longs, longs);
    parents[index] = parent;
    slots[slot] = index + 1;
    if (2L * size > slots.length) {
      grow();
    }
    if (missing > 0) {
      reach(next);
    }
    return index;
  }

  private void reach(long[] next) {
    W seen = model.unpack(next);
    for (int i = 0; i < reached.length; i++) {
      if (!reached[i] && scenario.goals().get(i).reached().test(seen)) {
        reached[i] = true;
        missing--;
      }
    }
  }

  private boolean isAt(int index, long[] next) {
    long[] chunk = chunks.get(index >> CHUNK_BITS);
    int from = (index & (CHUNK - 1)) * longs;
    for (int i = 0; i < longs; i++) {
      if (chunk[from + i] != next[i]) {
        return false;
      }
    }
    return true;
  }

  private void load(int index, long[] to) {
    System.arraycopy(chunks.get(index >> CHUNK_BITS), (index & (CHUNK - 1)) * longs, to, 0, longs);
  }

  private void grow() {
    slots = new int[4 * slots.length];
    long[] each = new long[longs];
    for (int i = 0; i < size; i++) {
      load(i, each);
      int slot = hash(each) & (slots.length - 1);
      while (slots[slot] != FREE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
  }

  /** The finalizer of MurmurHash3 over all longs. */
  private static int hash(long[] next) {
    long h = 0;
    for (long part : next) {
      h = (h ^ part) * 0xff51afd7ed558ccdL;
      h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
      h ^= h >>> 33;
    }
    return (int) h;
  }

  /** The choices that lead to a world; the scenario goes through them again and tells them. */
  private Exploration<W, A> counterexample(int end, boolean stuck) {
    List<Integer> path = new ArrayList<>();
    for (int at = end; at != 0; at = parents[at]) {
      path.add(at);
    }
    Collections.reverse(path);
    long[] present = new long[longs];
    model.pack(scenario.model().start(), present);
    List<Integer> choices = new ArrayList<>();
    for (int wanted : path) {
      Towards towards = new Towards(present, wanted);
      model.moves(present, towards);
      choices.add(towards.choice);
      System.arraycopy(towards.found, 0, present, 0, longs);
    }
    if (choices.isEmpty()) {
      return new Exploration.Counterexample<>(List.of(), stuck, size);
    }
    String token = choices.stream().map(Object::toString).collect(Collectors.joining("."));
    Exploration.Counterexample<W, A> told =
        Explorer.replay(scenario, token)
            .orElseThrow(
                () -> new IllegalStateException("packed and plain model differ: " + token));
    return new Exploration.Counterexample<>(told.schedule(), stuck, size);
  }

  private List<String> missed() {
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      if (!reached[i]) {
        missed.add(scenario.goals().get(i).name());
      }
    }
    return missed;
  }

  /** Adds the worlds after one. */
  private final class Expansion implements PackedMoves {
    private final long[] next = new long[longs];
    private int parent;
    private int broken;
    private boolean moves;
    private boolean adding;

    /** The index of a broken world after this one, or -1; what comes after it is not looked at. */
    int expand(int at) {
      begin(at, true);
      return broken;
    }

    /** Whether somebody waits there and nothing but a fault can happen. */
    boolean isStuck(int at) {
      load(at, world);
      if (!model.waits(world)) {
        return false;
      }
      begin(at, false);
      return !moves;
    }

    private void begin(int at, boolean adds) {
      load(at, world);
      parent = at;
      broken = -1;
      moves = false;
      adding = adds;
      System.arraycopy(world, 0, next, 0, longs);
      model.moves(world, this);
    }

    @Override
    public long[] next() {
      return next;
    }

    @Override
    public void step() {
      moves = true;
      take();
    }

    @Override
    public void fault() {
      take();
    }

    private void take() {
      if (adding) {
        transitions++;
        if (broken < 0) {
          model.canonical(next);
          int index = add(next, parent);
          if (index != KNOWN && !model.holds(next)) {
            broken = index;
          }
        }
      }
      System.arraycopy(world, 0, next, 0, longs);
    }
  }

  /** Finds the move that leads to a known world, or to one that is equal to it but for names. */
  private final class Towards implements PackedMoves {
    private final long[] next = new long[longs];
    private final long[] found = new long[longs];
    private final long[] folded = new long[longs];
    private final long[] from;
    private final int wanted;
    private int choice = -1;
    private int seen;

    Towards(long[] from, int wanted) {
      this.from = from.clone();
      this.wanted = wanted;
      System.arraycopy(from, 0, next, 0, longs);
    }

    @Override
    public long[] next() {
      return next;
    }

    @Override
    public void step() {
      take();
    }

    @Override
    public void fault() {
      take();
    }

    private void take() {
      if (choice < 0) {
        System.arraycopy(next, 0, folded, 0, longs);
        model.canonical(folded);
        if (isAt(wanted, folded)) {
          choice = seen;
          System.arraycopy(next, 0, found, 0, longs);
        }
      }
      seen++;
      System.arraycopy(from, 0, next, 0, longs);
    }
  }
}
