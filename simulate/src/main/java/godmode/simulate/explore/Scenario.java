package godmode.simulate.explore;

import java.util.List;

/**
 * A question to the explorer: does the property hold in every world this model can reach?
 *
 * @param goals what must be reachable, so that the answer is not empty
 */
public record Scenario<W extends Record, A>(
    Model<W, A> model, Property<W> property, List<Goal<W>> goals, Telling<W, A> telling) {
  public Scenario {
    goals = List.copyOf(goals);
  }
}
