package godmode.core.review;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people decided about findings, not about the design.
 *
 * @param accepted findings they chose to live with; those that still count
 * @param ceilings how bad findings of a rule are at most, by name of the rule
 */
public record Policy(List<Acceptance> accepted, SortedMap<String, Severity> ceilings) {
  /** Every finding counts as its rule says. */
  public static final Policy NONE = new Policy(List.of(), new TreeMap<>());

  public Policy {
    accepted = List.copyOf(accepted);
    ceilings = Collections.unmodifiableSortedMap(new TreeMap<>(ceilings));
  }

  /** How bad findings of a rule are at most. */
  Severity ceiling(String rule) {
    Severity ceiling = ceilings.get(rule);
    return ceiling == null ? Severity.ERROR : ceiling;
  }

  /** The acceptance that covers a finding. */
  Optional<Acceptance> acceptanceOf(Finding finding) {
    return accepted.stream().filter(acceptance -> acceptance.covers(finding)).findFirst();
  }
}
