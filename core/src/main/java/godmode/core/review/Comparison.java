package godmode.core.review;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The findings that were there before, by fingerprint: those of a baseline, or of another revision.
 *
 * @param with what the review is compared with, as a phrase: {@code baseline
 *     .godmode/baseline.json}
 * @param known fingerprints, in the spelling of this review
 */
public record Comparison(String with, SortedSet<String> known) {
  public Comparison {
    known = Collections.unmodifiableSortedSet(new TreeSet<>(known));
  }

  /** Whether this finding was there before. */
  public boolean knows(Finding finding) {
    return known.contains(finding.fingerprint());
  }
}
