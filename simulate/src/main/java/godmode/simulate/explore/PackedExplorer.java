package godmode.simulate.explore;

import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.CounterexampleFinder.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The search of {@link Explorer} on packed worlds: the same order, the same answers. Worlds lie one
 * after the other in chunks of longs; open addressing finds them, and whole worlds are compared.
 */
public final class PackedExplorer<W extends Record, A> {
  private static final int STOP_CHECK_STATES = 1 << 12;

  private final Scenario<W, A> scenario;
  private final Packed<W> model;
  private final int longs;
  private final PackedWorlds worlds;
  private final boolean[] reached;
  private final long[] world;
  private final Expansion expansion;
  private long transitions;
  private int missing;

  private PackedExplorer(Scenario<W, A> scenario, Packed<W> model) {
    this.scenario = scenario;
    this.model = model;
    this.longs = model.longs();
    this.worlds = new PackedWorlds(longs);
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
    worlds.add(start, 0, PackedWorlds.hash(start, 0, longs), 0);
    reach(start);
    int levelEnd = 1;
    int depth = 0;
    for (int at = 0; at < worlds.size(); at++) {
      if (at == levelEnd) {
        depth++;
        levelEnd = worlds.size();
      }
      Optional<Limit> spent = spent(budget, at, depth);
      if (spent.isPresent()) {
        return new Exploration.BudgetSpent<>(worlds.size(), depth, spent.get());
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
    return new Exploration.Exhausted<>(worlds.size(), transitions, depth, missed());
  }

  private Optional<Limit> spent(Budget budget, int at, int depth) {
    if (at % STOP_CHECK_STATES == 0 && budget.watch().stops(worlds.size(), depth)) {
      return Optional.of(Limit.WATCH);
    }
    return budget.spent(worlds.size(), worlds.bytes());
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

  private void reach(long[] next) {
    W seen = model.unpack(next);
    for (int i = 0; i < reached.length; i++) {
      if (!reached[i] && scenario.goals().get(i).reached().test(seen)) {
        reached[i] = true;
        missing--;
      }
    }
  }

  /** The choices that lead to a world; the scenario goes through them again and tells them. */
  private Exploration<W, A> counterexample(int end, boolean stuck) {
    List<Integer> path = new ArrayList<>();
    for (int at = end; at != 0; at = worlds.parent(at)) {
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
      return new Exploration.Counterexample<>(List.of(), stuck, worlds.size());
    }
    String token = choices.stream().map(Object::toString).collect(Collectors.joining("."));
    Exploration.Counterexample<W, A> told =
        Explorer.replay(scenario, token)
            .orElseThrow(
                () -> new IllegalStateException("packed and plain model differ: " + token));
    return new Exploration.Counterexample<>(told.schedule(), stuck, worlds.size());
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

  /**
   * Adds the worlds after one. They are collected first, so that the memory they will be looked for
   * in is fetched for all at once.
   */
  private final class Expansion implements PackedMoves {
    private final long[] next = new long[longs];
    private long[] found = new long[longs << 6];
    private long[] hashes = new long[1 << 6];
    private int count;
    private boolean moves;
    private boolean adding;

    /** The index of a broken world after this one, or -1; what comes after it is not looked at. */
    int expand(int at) {
      begin(at, true);
      transitions += count;
      worlds.fetch(hashes, count);
      for (int i = 0; i < count; i++) {
        int index = worlds.add(found, i * longs, hashes[i], at);
        if (index != PackedWorlds.KNOWN) {
          System.arraycopy(found, i * longs, next, 0, longs);
          if (missing > 0) {
            reach(next);
          }
          if (!model.holds(next)) {
            return index;
          }
        }
      }
      return -1;
    }

    /** Whether somebody waits there and nothing but a fault can happen. */
    boolean isStuck(int at) {
      worlds.load(at, world);
      if (!model.waits(world)) {
        return false;
      }
      begin(at, false);
      return !moves;
    }

    private void begin(int at, boolean adds) {
      worlds.load(at, world);
      count = 0;
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
        model.canonical(next);
        if (count == hashes.length) {
          hashes = Arrays.copyOf(hashes, 2 * count);
          found = Arrays.copyOf(found, 2 * found.length);
        }
        hashes[count] = PackedWorlds.hash(next, 0, longs);
        for (int i = 0; i < longs; i++) {
          found[count * longs + i] = next[i];
        }
        count++;
      }
      for (int i = 0; i < longs; i++) {
        next[i] = world[i];
      }
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
        if (worlds.isAt(wanted, folded)) {
          choice = seen;
          System.arraycopy(next, 0, found, 0, longs);
        }
      }
      seen++;
      System.arraycopy(from, 0, next, 0, longs);
    }
  }
}
