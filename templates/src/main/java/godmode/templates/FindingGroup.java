package godmode.templates;

import godmode.core.evidence.Environment;
import godmode.core.fact.Confidence;
import godmode.core.review.Finding;
import godmode.core.review.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings that say the same about different subjects, to be read once.
 *
 * @param findings in the order of the review; one or more
 */
public record FindingGroup(List<Finding> findings) {
  public FindingGroup {
    findings = List.copyOf(findings);
  }

  /** What has to be the same for two findings to be read as one. */
  private record Key(
      String rule,
      Severity severity,
      Confidence confidence,
      List<Environment> environments,
      String because) {
    static Key of(Finding finding) {
      return new Key(
          finding.rule(),
          finding.severity(),
          finding.confidence(),
          finding.environments(),
          finding.because());
    }
  }

  /** Groups in the order of their first finding. */
  public static List<FindingGroup> of(List<Finding> findings) {
    Map<Key, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : findings) {
      groups.computeIfAbsent(Key.of(finding), key -> new ArrayList<>()).add(finding);
    }
    return groups.values().stream().map(FindingGroup::new).toList();
  }

  /** The one that stands for all. */
  public Finding first() {
    return findings.get(0);
  }

  /** Whether nothing else is like it. */
  public boolean isSingle() {
    return findings.size() == 1;
  }

  /** Whether the remedies differ only in the name of the subject and in what is quoted. */
  public boolean hasOneFix() {
    return findings.stream().map(FindingGroup::shape).distinct().count() == 1;
  }

  private static String shape(Finding finding) {
    return finding.fix().replaceAll("'[^']*'", "''").replace(finding.subject(), "\u0000");
  }
}
