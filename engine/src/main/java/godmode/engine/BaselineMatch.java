package godmode.engine;

import godmode.core.review.Finding;
import godmode.record.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The findings of a baseline laid beside those of a review.
 *
 * <p>A fingerprint holds the path, so a renamed file gives its findings new ones. Where exactly one
 * entry is gone and one finding is new with the same rule, component and subject, they are the same
 * finding.
 *
 * @param present entries that are still there, as the review spells them
 * @param gone entries that no finding answers to
 * @param moved how many of those present have another path than in the baseline
 */
record BaselineMatch(List<Baseline.Entry> present, List<Baseline.Entry> gone, int moved) {
  static BaselineMatch of(Baseline baseline, List<Finding> findings) {
    List<Baseline.Entry> now = findings.stream().map(Baseline.Entry::of).toList();
    SortedSet<String> before = fingerprints(baseline.entries());
    SortedSet<String> after = fingerprints(now);
    List<Baseline.Entry> present =
        new ArrayList<>(now.stream().filter(e -> before.contains(e.fingerprint())).toList());
    List<Baseline.Entry> fresh =
        now.stream().filter(entry -> !before.contains(entry.fingerprint())).toList();
    List<Baseline.Entry> missing =
        baseline.entries().stream().filter(e -> !after.contains(e.fingerprint())).toList();
    List<Baseline.Entry> gone = new ArrayList<>();
    int moved = 0;
    for (Baseline.Entry entry : missing) {
      List<Baseline.Entry> candidates = fresh.stream().filter(entry::isLike).toList();
      boolean only = missing.stream().filter(entry::isLike).count() == 1;
      if (only && candidates.size() == 1) {
        present.add(candidates.get(0));
        moved++;
      } else {
        gone.add(entry);
      }
    }
    return new BaselineMatch(List.copyOf(present), List.copyOf(gone), moved);
  }

  private static SortedSet<String> fingerprints(List<Baseline.Entry> entries) {
    SortedSet<String> fingerprints = new TreeSet<>();
    entries.forEach(entry -> fingerprints.add(entry.fingerprint()));
    return fingerprints;
  }

  /** The fingerprints that the review gives to findings of the baseline. */
  SortedSet<String> known() {
    return fingerprints(present);
  }
}
