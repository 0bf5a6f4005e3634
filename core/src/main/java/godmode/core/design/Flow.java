package godmode.core.design;

import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Step;
import godmode.core.fact.Facts;
import java.util.List;

/**
 * A path through the code, from its trigger to its effects.
 *
 * @param owner the component that runs it; empty if none does
 * @param steps in the order in which they run
 */
public record Flow(String id, FlowKind kind, String owner, List<Step> steps, Facts facts)
    implements Subject {
  public Flow {
    steps = List.copyOf(steps);
  }

  @Override
  public String component() {
    return owner;
  }
}
