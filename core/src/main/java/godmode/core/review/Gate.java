package godmode.core.review;

import java.util.List;
import java.util.Optional;

/**
 * What stops a merge: findings that are new, and bad enough. Without a comparison all are new.
 *
 * @param failOn from which severity on; never where empty
 * @param comparison what was there before, where that is known
 */
public record Gate(Optional<Severity> failOn, Optional<Comparison> comparison) {
  /** Stops every error. */
  public static final Gate STANDARD = new Gate(Optional.of(Severity.ERROR), Optional.empty());

  /** Whether nothing is known of this finding from before. */
  public boolean isNew(Finding finding) {
    return comparison.filter(before -> before.knows(finding)).isEmpty();
  }

  /** Whether this finding stops a merge. */
  public boolean stops(Finding finding) {
    return isNew(finding) && failOn.filter(finding.severity()::atLeast).isPresent();
  }

  /** Whether one of the findings stops a merge. */
  public boolean stopsAny(List<Finding> findings) {
    return findings.stream().anyMatch(this::stops);
  }

  /** Those that are new, in their order. */
  public List<Finding> fresh(List<Finding> findings) {
    return findings.stream().filter(this::isNew).toList();
  }

  /** Those that were there before, in their order. */
  public List<Finding> known(List<Finding> findings) {
    return findings.stream().filter(finding -> !isNew(finding)).toList();
  }
}
