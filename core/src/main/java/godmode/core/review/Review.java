package godmode.core.review;

import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.evidence.Topology;
import java.util.List;
import java.util.Optional;

/**
 * Everything a report may say.
 *
 * @param system name of the system
 * @param designs one for each environment, the default one first
 * @param declared what people declared
 * @param checklist the twelve items in order
 * @param findings sorted: worst first, then by rule and subject
 * @param accepted findings that people chose to live with
 * @param undecided rules that lacked a fact, sorted by rule and subject
 * @param open decisions that are missing, in the order in which they are best asked
 * @param judgements every outcome in every environment
 * @param notices about the run itself
 */
public record Review(
    String system,
    Topology topology,
    List<Design> designs,
    Declarations declared,
    Verdict verdict,
    List<ChecklistRow> checklist,
    List<Finding> findings,
    List<AcceptedFinding> accepted,
    List<UndecidedRow> undecided,
    List<OpenDecision> open,
    List<Judgement> judgements,
    List<Notice> notices) {
  public Review {
    designs = List.copyOf(designs);
    checklist = List.copyOf(checklist);
    findings = List.copyOf(findings);
    accepted = List.copyOf(accepted);
    undecided = List.copyOf(undecided);
    open = List.copyOf(open);
    judgements = List.copyOf(judgements);
    notices = List.copyOf(notices);
  }

  /** The design of the default environment, or of the first one where there is no default. */
  public Design design() {
    return designs.get(0);
  }

  /** This review with its findings told in another way: as many, and in the same order. */
  public Review telling(List<Finding> retold) {
    return new Review(
        system,
        topology,
        designs,
        declared,
        verdict,
        checklist,
        retold,
        accepted,
        undecided,
        open,
        judgements,
        notices);
  }

  /** How the worst finding that has a counterexample goes wrong. */
  public Optional<Counterexample> counterexample() {
    return findings.stream().flatMap(finding -> finding.counterexample().stream()).findFirst();
  }

  /** How many items pass. */
  public long passed() {
    return checklist.stream().filter(row -> row.status() == ChecklistRow.Status.PASS).count();
  }

  /** How many items apply. */
  public long applicable() {
    return checklist.stream()
        .filter(row -> row.status() != ChecklistRow.Status.NOT_APPLICABLE)
        .count();
  }

  /** The same, judged the same, that names only these findings. */
  public Review naming(List<Finding> wanted) {
    return new Review(
        system,
        topology,
        designs,
        declared,
        verdict,
        checklist,
        wanted,
        accepted,
        undecided,
        open,
        judgements,
        notices);
  }
}
