package godmode.core.review;

import godmode.core.fact.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that people chose to live with. What it does not name, it does not restrict.
 *
 * @param rule name of the rule, or one of its former names
 * @param path a file that the finding points at
 * @param line the line of that file that the finding points at
 * @param because why, in words
 * @param owner who answers for it; empty where that is whoever wrote the comment
 * @param until the last day on which it counts
 * @param at where it is written
 */
public record Acceptance(
    String rule,
    Optional<String> component,
    Optional<String> subject,
    Optional<String> path,
    Optional<Integer> line,
    String because,
    String owner,
    Optional<LocalDate> until,
    Place at) {
  /** One that is about no line in particular. */
  public Acceptance(
      String rule,
      Optional<String> component,
      Optional<String> subject,
      Optional<String> path,
      String because,
      String owner,
      Optional<LocalDate> until,
      Place at) {
    this(rule, component, subject, path, Optional.empty(), because, owner, until, at);
  }

  /** Whether it still counts on a day. */
  public boolean countsOn(LocalDate day) {
    return until.filter(day::isAfter).isEmpty();
  }

  /** Whether it is about that finding. */
  public boolean covers(Finding finding) {
    return rule.equals(finding.rule())
        && component.map(finding.component()::equals).orElse(true)
        && subject.map(finding.subject()::equals).orElse(true)
        && (path.isEmpty() || finding.places().stream().anyMatch(this::isAt));
  }

  private boolean isAt(Place place) {
    return path.filter(place.file()::equals).isPresent()
        && line.map(wanted -> wanted == place.line()).orElse(true);
  }
}
