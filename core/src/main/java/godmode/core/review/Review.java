package godmode.core.review;

import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.evidence.Topology;
import java.util.ArrayList;
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
 * @param tried what holds in every schedule that was tried, in the order of the judgements
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
    List<Tried> tried,
    List<Notice> notices) {
  public Review {
    designs = List.copyOf(designs);
    checklist = List.copyOf(checklist);
    findings = List.copyOf(findings);
    accepted = List.copyOf(accepted);
    undecided = List.copyOf(undecided);
    open = List.copyOf(open);
    judgements = List.copyOf(judgements);
    tried = List.copyOf(tried);
    notices = List.copyOf(notices);
  }

  /** Whether a part of this program failed, so that what it would have found is missing. */
  public boolean isDefective() {
    return notices.stream().anyMatch(Notice::defect);
  }

  /** The verdict as documents have it; after a defect of this program there is none. */
  public String verdictWords() {
    return isDefective() ? "WITHHELD" : verdict.words();
  }

  /** The design of the default environment, or of the first one where there is no default. */
  public Design design() {
    return designs.get(0);
  }

  /**
   * The same, judged the same, with what the models showed.
   *
   * @param shown the findings in the same order, those that a model shows with their schedule
   * @param further what else is to be said about the run
   */
  public Review showing(List<Finding> shown, List<Tried> everySchedule, List<Notice> further) {
    List<Notice> all = new ArrayList<>(notices);
    all.addAll(further);
    return with(shown, everySchedule, all);
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
    return with(wanted, tried, notices);
  }

  private Review with(List<Finding> named, List<Tried> everySchedule, List<Notice> said) {
    return new Review(
        system,
        topology,
        designs,
        declared,
        verdict,
        checklist,
        named,
        accepted,
        undecided,
        open,
        judgements,
        everySchedule,
        said);
  }
}
