package godmode.simulate.explore;

import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.CounterexampleFinder.Limit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Looks at every world that a model can reach, breadth first on one thread: a counterexample is a
 * shortest one, and the same on every run.
 */
public final class Explorer<W extends Record, A> {
  private static final int STOP_CHECK_STATES = 1 << 10;

  private final Scenario<W, A> scenario;
  private final Visited<W> visited = new Visited<>();
  private final Offered<W, A> offered = new Offered<>();
  private final boolean[] reached;
  private long transitions;

  private Explorer(Scenario<W, A> scenario) {
    this.scenario = scenario;
    this.reached = new boolean[scenario.goals().size()];
  }

  /** Explores a scenario. */
  public static <W extends Record, A> Exploration<W, A> explore(
      Scenario<W, A> scenario, Budget budget) {
    return new Explorer<>(scenario).run(budget);
  }

  /**
   * Goes through one schedule again.
   *
   * @param token choices, as {@code 0.2.1}
   * @return empty if the token is none, or names a choice that is not there
   */
  public static <W extends Record, A> Optional<Exploration.Counterexample<W, A>> replay(
      Scenario<W, A> scenario, String token) {
    if (!token.matches("\\d{1,6}(\\.\\d{1,6})*")) {
      return Optional.empty();
    }
    Offered<W, A> offered = new Offered<>();
    List<Exploration.Taken<W, A>> schedule = new ArrayList<>();
    W world = scenario.model().start();
    for (String digits : token.split("\\.", -1)) {
      int choice = Integer.parseInt(digits);
      offered.fill(scenario.model(), world);
      if (choice >= offered.size()) {
        return Optional.empty();
      }
      schedule.add(offered.taken(world, choice));
      world = offered.next(choice);
    }
    offered.fill(scenario.model(), world);
    boolean stuck = !offered.moves && scenario.property().waits().test(world);
    return Optional.of(new Exploration.Counterexample<>(schedule, stuck, schedule.size() + 1));
  }

  private Exploration<W, A> run(Budget budget) {
    W start = scenario.model().start();
    if (!scenario.property().holds().test(start)) {
      throw new IllegalStateException("the property does not hold at the start: " + start);
    }
    add(start, 0);
    int levelEnd = 1;
    int depth = 0;
    for (int at = 0; at < visited.size(); at++) {
      if (at == levelEnd) {
        depth++;
        levelEnd = visited.size();
      }
      Optional<Limit> spent = spent(budget, at, depth);
      if (spent.isPresent()) {
        return new Exploration.BudgetSpent<>(visited.size(), depth, spent.get());
      }
      if (isStuck(at)) {
        return counterexample(at, true);
      }
      int broken = expand(at);
      if (broken >= 0) {
        return earlierStuck(at, levelEnd).orElseGet(() -> counterexample(broken, false));
      }
    }
    return new Exploration.Exhausted<>(visited.size(), transitions, depth, missed());
  }

  private Optional<Limit> spent(Budget budget, int at, int depth) {
    if (at % STOP_CHECK_STATES == 0 && budget.watch().stops(visited.size(), depth)) {
      return Optional.of(Limit.WATCH);
    }
    return budget.spent(visited.size(), visited.bytes());
  }

  /** Fills the moves of a world, and says whether it waits for one in vain. */
  private boolean isStuck(int at) {
    W world = visited.get(at);
    offered.fill(scenario.model(), world);
    return !offered.moves && scenario.property().waits().test(world);
  }

  /**
   * Adds the worlds after the one whose moves are filled; the index of one that is broken, or -1.
   */
  private int expand(int at) {
    transitions += offered.size();
    for (int i = 0; i < offered.size(); i++) {
      W next = scenario.model().canonical(offered.next(i));
      if (add(next, at) && !scenario.property().holds().test(next)) {
        return visited.size() - 1;
      }
    }
    return -1;
  }

  private boolean add(W world, int parent) {
    if (!visited.add(world, parent)) {
      return false;
    }
    for (int i = 0; i < reached.length; i++) {
      reached[i] = reached[i] || scenario.goals().get(i).reached().test(world);
    }
    return true;
  }

  /** A stuck world on the level of the parent is one move nearer than a broken child. */
  private Optional<Exploration<W, A>> earlierStuck(int parent, int levelEnd) {
    for (int at = parent + 1; at < levelEnd; at++) {
      if (isStuck(at)) {
        return Optional.of(counterexample(at, true));
      }
    }
    return Optional.empty();
  }

  /** Walks from the start to a world; where only one of several equals was kept, to its equal. */
  private Exploration<W, A> counterexample(int end, boolean stuck) {
    List<W> path = new ArrayList<>();
    for (int at = end; at != 0; at = visited.parent(at)) {
      path.add(visited.get(at));
    }
    Collections.reverse(path);
    List<Exploration.Taken<W, A>> schedule = new ArrayList<>();
    W world = scenario.model().start();
    for (W wanted : path) {
      offered.fill(scenario.model(), world);
      int choice = 0;
      while (!scenario.model().canonical(offered.next(choice)).equals(wanted)) {
        choice++;
      }
      schedule.add(offered.taken(world, choice));
      world = offered.next(choice);
    }
    return new Exploration.Counterexample<>(schedule, stuck, visited.size());
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

  /** The moves of one world; refilled for each, so that none is kept. */
  private static final class Offered<W extends Record, A> implements Moves<W, A> {
    private final List<A> actions = new ArrayList<>();
    private final List<W> worlds = new ArrayList<>();
    private final List<Boolean> faults = new ArrayList<>();
    private boolean moves;

    void fill(Model<W, A> model, W world) {
      actions.clear();
      worlds.clear();
      faults.clear();
      moves = false;
      model.moves(world, this);
    }

    @Override
    public void step(A action, W next) {
      moves = true;
      add(action, next, false);
    }

    @Override
    public void fault(A action, W next) {
      add(action, next, true);
    }

    private void add(A action, W next, boolean fault) {
      actions.add(action);
      worlds.add(next);
      faults.add(fault);
    }

    int size() {
      return worlds.size();
    }

    W next(int choice) {
      return worlds.get(choice);
    }

    Exploration.Taken<W, A> taken(W before, int choice) {
      return new Exploration.Taken<>(
          before, actions.get(choice), worlds.get(choice), faults.get(choice), choice);
    }
  }
}
