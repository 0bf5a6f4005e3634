package godmode.core.evidence;

import godmode.core.fact.Facts;
import java.util.List;

/**
 * A path through the code that was traced, from its trigger to its effects.
 *
 * @param name the method it begins in: {@code OrderService.place}
 * @param owner id of the component that runs it; empty if no component does
 * @param steps in the order in which they run
 */
public record FlowSite(
    String name,
    FlowKind kind,
    String owner,
    List<Environment> environments,
    List<Step> steps,
    Facts facts) {
  public FlowSite {
    environments = List.copyOf(environments);
    steps = List.copyOf(steps);
  }
}
