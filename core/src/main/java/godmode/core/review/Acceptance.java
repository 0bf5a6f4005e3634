package godmode.core.review;

import godmode.core.evidence.FilePattern;
import godmode.core.fact.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that people chose to live with. What it does not name, it does not restrict.
 *
 * @param rule name of the rule, or one of its former names
 * @param path a file that the finding points at, or a pattern for such files
 * @param line the line that the finding points at; then the path is that of one file
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
    return names(finding) && (path.isEmpty() || finding.places().stream().anyMatch(this::isAt));
  }

  /** Whether it would be about that finding, if the finding pointed at another file. */
  public boolean misses(Finding finding) {
    return names(finding) && !covers(finding);
  }

  private boolean names(Finding finding) {
    return rule.equals(finding.rule())
        && component.map(finding.component()::equals).orElse(true)
        && subject.map(finding.subject()::equals).orElse(true);
  }

  private boolean isAt(Place place) {
    if (line.isPresent()) {
      return path.filter(place.file()::equals).isPresent() && line.get() == place.line();
    }
    return path.map(FilePattern::of).filter(files -> files.fits(place.file())).isPresent();
  }

  /**
   * The same where files are named from a folder of the repository. People may name them from its
   * root, as CI systems do.
   *
   * @param folder where the reviewed directory is, ending with {@code /}; empty at the root
   */
  public Acceptance below(String folder) {
    Optional<String> inside =
        path.map(written -> FilePattern.of(written).text())
            .filter(text -> !folder.isEmpty() && text.startsWith(folder))
            .map(text -> text.substring(folder.length()));
    return inside.isEmpty()
        ? this
        : new Acceptance(rule, component, subject, inside, line, because, owner, until, at);
  }
}
