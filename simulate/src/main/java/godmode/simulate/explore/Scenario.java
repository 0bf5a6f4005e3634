package godmode.simulate.explore;

import java.util.List;
import java.util.Optional;

/**
 * A question to the explorer: does the property hold in every world this model can reach?
 *
 * @param goals what must be reachable, so that the answer is not empty
 * @param packed the same model and property for large searches, where there is one
 */
public record Scenario<W extends Record, A>(
    Model<W, A> model,
    Property<W> property,
    List<Goal<W>> goals,
    Telling<W, A> telling,
    Optional<Packed<W>> packed) {
  public Scenario {
    goals = List.copyOf(goals);
  }

  /** A question whose worlds are records. */
  public Scenario(
      Model<W, A> model, Property<W> property, List<Goal<W>> goals, Telling<W, A> telling) {
    this(model, property, goals, telling, Optional.empty());
  }
}
