package godmode.simulate.model;

import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.simulate.explore.Exploration;
import godmode.simulate.explore.Explorer;
import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Telling;
import java.util.List;
import java.util.stream.Collectors;

/** Explores models as they are: actions print themselves. */
public final class Plain {
  private static final int STATES_MAX = 3_000_000;

  private Plain() {}

  /** A scenario that is told in the words of its records. */
  public static <W extends Record, A> Scenario<W, A> scenario(
      Model<W, A> model, Property<W> property, List<Goal<W>> goals) {
    return new Scenario<>(model, property, goals, new Bare<>());
  }

  /** Explores until the end. */
  public static <W extends Record, A> Exploration<W, A> explore(
      Model<W, A> model, Property<W> property, List<Goal<W>> goals) {
    return Explorer.explore(scenario(model, property, goals), Budget.ofStates(STATES_MAX));
  }

  /** How it ends, in one line: states, moves and depth, or the actions that lead astray. */
  public static <W extends Record, A> String outcome(
      Model<W, A> model, Property<W> property, List<Goal<W>> goals) {
    Exploration<W, A> end = explore(model, property, goals);
    if (end instanceof Exploration.Exhausted<W, A> all) {
      return "exhausted: " + all.states() + " states, missed " + all.missed();
    }
    if (end instanceof Exploration.Counterexample<W, A> found) {
      return (found.stuck() ? "stuck: " : "broken: ")
          + found.schedule().stream()
              .map(taken -> taken.action().toString().replaceAll("^Action", ""))
              .collect(Collectors.joining(" "));
    }
    return end.toString();
  }

  /** The same model, in which equal nodes are told apart. */
  public record Unfolded<W extends Record, A>(Model<W, A> model) implements Model<W, A> {
    @Override
    public W start() {
      return model.start();
    }

    @Override
    public void moves(W world, Moves<W, A> out) {
      model.moves(world, out);
    }
  }

  private static final class Bare<W, A> implements Telling<W, A> {
    @Override
    public String claim() {
      return "";
    }

    @Override
    public List<String> bounds() {
      return List.of();
    }

    @Override
    public Counterexample.Step tell(W before, A action, W after, boolean fault) {
      return new Counterexample.Step("", action.toString(), "", after.toString(), fault);
    }

    @Override
    public String ending(W last, boolean stuck) {
      return stuck ? "stuck" : "broken";
    }
  }
}
