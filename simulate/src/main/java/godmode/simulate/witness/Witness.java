package godmode.simulate.witness;

import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.simulate.explore.Scenario;
import java.util.Optional;

/**
 * Turns a subject into the scenario in which the hazard of a rule would show: a model with the
 * subject's own numbers, told in the system's own names. It does not ask whether the rule is
 * violated; the explorer finds out.
 */
public interface Witness {
  /** The rule, by name. */
  String rule();

  /**
   * The scenario, where the rule has something to say of the subject and every number it needs is
   * known and small enough.
   */
  Optional<Scenario<?, ?>> scenario(Subject subject, Design design);
}
