package godmode.core.review;

import godmode.core.fact.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that people chose to live with. What it does not name, it does not restrict.
 *
 * @param rule name of the rule, or one of its former names
 * @param path a file that the finding points at
 * @param because why, in words
 * @param until the last day on which it counts
 * @param at where it is written
 */
public record Acceptance(
    String rule,
    Optional<String> component,
    Optional<String> subject,
    Optional<String> path,
    String because,
    String owner,
    Optional<LocalDate> until,
    Place at) {

  /** Whether it still counts on a day. */
  public boolean countsOn(LocalDate day) {
    return until.filter(day::isAfter).isEmpty();
  }

  /** Whether it is about that finding. */
  public boolean covers(Finding finding) {
    return rule.equals(finding.rule())
        && component.map(finding.component()::equals).orElse(true)
        && subject.map(finding.subject()::equals).orElse(true)
        && path.map(wanted -> finding.grounds().stream().anyMatch(g -> g.isIn(wanted)))
            .orElse(true);
  }
}
