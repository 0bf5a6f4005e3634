package godmode.core.review;

import godmode.core.evidence.Environment;
import java.util.List;

/**
 * A rule that holds, and the schedules in which that was tried.
 *
 * @param rule name of the rule
 * @param component id of the component it belongs to
 * @param subject what the rule holds for
 * @param environments where, the default one first
 * @param claim what was true in every schedule, as a sentence
 * @param bounds how many nodes, requests and faults; clauses
 * @param states distinct states that were looked at
 * @param complete whether these are all there are within the bounds; else the budget ended first
 * @param reached what happened in some schedule, so that the claim is not empty
 */
public record Tried(
    String rule,
    ChecklistItem item,
    String component,
    String subject,
    List<Environment> environments,
    String claim,
    List<String> bounds,
    int states,
    boolean complete,
    List<String> reached) {
  public Tried {
    environments = List.copyOf(environments);
    bounds = List.copyOf(bounds);
    reached = List.copyOf(reached);
  }
}
