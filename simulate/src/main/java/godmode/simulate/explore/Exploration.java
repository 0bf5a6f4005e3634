package godmode.simulate.explore;

import godmode.core.review.CounterexampleFinder.Limit;
import java.util.List;
import java.util.stream.Collectors;

/** What an exploration ended with. */
public sealed interface Exploration<W, A> {
  /** How many distinct worlds were looked at. */
  int states();

  /**
   * One move of a schedule.
   *
   * @param choice its place among the moves of its world, from 0
   */
  record Taken<W, A>(W before, A action, W after, boolean fault, int choice) {}

  /**
   * A shortest schedule to a world that breaks the property.
   *
   * @param stuck whether somebody waits in the last world and nothing can happen
   */
  record Counterexample<W, A>(List<Taken<W, A>> schedule, boolean stuck, int states)
      implements Exploration<W, A> {
    public Counterexample {
      schedule = List.copyOf(schedule);
    }

    /** The choices, as {@code 0.2.1}. */
    public String token() {
      return schedule.stream()
          .map(taken -> Integer.toString(taken.choice()))
          .collect(Collectors.joining("."));
    }

    /** The world at the end. */
    public W last() {
      return schedule.get(schedule.size() - 1).after();
    }
  }

  /**
   * Every world was looked at, and the property holds in all.
   *
   * @param transitions moves between them
   * @param depth of the world that is furthest from the start, in moves
   * @param missed names of the goals that no world reaches
   */
  record Exhausted<W, A>(int states, long transitions, int depth, List<String> missed)
      implements Exploration<W, A> {
    public Exhausted {
      missed = List.copyOf(missed);
    }
  }

  /**
   * The search gave up.
   *
   * @param depth every schedule of fewer moves was tried
   * @param limit what it came to
   */
  record BudgetSpent<W, A>(int states, int depth, Limit limit) implements Exploration<W, A> {}
}
