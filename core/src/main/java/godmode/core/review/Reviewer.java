package godmode.core.review;

import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.evidence.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies every rule to every subject of every environment, and adds the outcomes up. */
public final class Reviewer {
  private final List<Rule> rules;

  /**
   * @param rules in the order in which their names sort
   */
  public Reviewer(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** One judgement in one environment. */
  record Row(Design design, Judgement judgement) {}

  /**
   * Reviews a system.
   *
   * @param designs one for each environment, at least one
   * @param policy what people accepted, and how bad they let findings be
   * @param notices what already went wrong before the review
   */
  public Review review(
      String system,
      Topology topology,
      List<Design> designs,
      Declarations declared,
      Policy policy,
      List<Notice> notices) {
    List<Notice> all = new ArrayList<>(notices);
    List<Row> rows = new ArrayList<>();
    for (Design design : designs) {
      for (Rule rule : rules) {
        for (Judged judged : judge(rule, design, all)) {
          rows.add(
              new Row(
                  design,
                  new Judgement(
                      Rules.name(rule),
                      Rules.card(rule).item(),
                      Rules.card(rule).answers(),
                      judged.subject,
                      judged.outcome,
                      design.environment())));
        }
      }
    }
    Findings findings = Findings.of(rows, topology, policy);
    OpenDecisions open = new OpenDecisions(designs);
    Map<String, UndecidedRow> undecided = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.judgement().outcome() instanceof Outcome.Undecided gaps) {
        gaps.missing().forEach(missing -> open.add(row.judgement(), missing));
        undecided.merge(
            row.judgement().rule() + " " + row.judgement().subject().id(),
            new UndecidedRow(
                row.judgement().rule(),
                row.judgement().subject().id(),
                List.of(row.design().environment()),
                gaps.missing()),
            UndecidedRow::and);
      }
    }
    List<Judgement> judgements = rows.stream().map(Row::judgement).toList();
    List<ChecklistRow> checklist = Checklist.of(judgements, findings);
    return new Review(
        system,
        topology,
        designs,
        declared,
        Checklist.verdict(checklist, findings.findings()),
        checklist,
        findings.findings(),
        findings.accepted(),
        List.copyOf(undecided.values()),
        open.inOrder(),
        judgements,
        List.of(),
        all);
  }

  private record Judged(Subject subject, Outcome outcome) {}

  private static List<Judged> judge(Rule rule, Design design, List<Notice> notices) {
    List<Judged> judged = new ArrayList<>();
    for (Subject subject : subjects(rule, design)) {
      try {
        judged.add(new Judged(subject, outcome(rule, subject, design)));
      } catch (RuntimeException | StackOverflowError defect) {
        notices.add(
            new Notice(
                "rule " + Rules.name(rule) + " failed on " + subject.id() + ": " + defect, true));
      }
    }
    return judged;
  }

  private static List<? extends Subject> subjects(Rule rule, Design design) {
    if (rule instanceof Rule.OfCluster) {
      return design.clusters();
    }
    if (rule instanceof Rule.OfService) {
      return design.services();
    }
    if (rule instanceof Rule.OfChannel) {
      return design.channels();
    }
    if (rule instanceof Rule.OfGuard) {
      return design.guards();
    }
    if (rule instanceof Rule.OfOperation) {
      return design.operations();
    }
    if (rule instanceof Rule.OfLink) {
      return design.links();
    }
    if (rule instanceof Rule.OfFlow of) {
      return design.flows().stream().filter(flow -> flow.kind() == of.kind()).toList();
    }
    return List.of(design);
  }

  private static Outcome outcome(Rule rule, Subject subject, Design design) {
    if (rule instanceof Rule.OfDesign ofDesign) {
      return ofDesign.judge(design);
    }
    if (rule instanceof Rule.OfCluster of && subject instanceof godmode.core.design.Cluster it) {
      return of.judge(it, design);
    }
    if (rule instanceof Rule.OfService of && subject instanceof godmode.core.design.Service it) {
      return of.judge(it, design);
    }
    if (rule instanceof Rule.OfChannel of && subject instanceof godmode.core.design.Channel it) {
      return of.judge(it, design);
    }
    if (rule instanceof Rule.OfGuard of && subject instanceof godmode.core.design.Guard it) {
      return of.judge(it, design);
    }
    if (rule instanceof Rule.OfOperation of
        && subject instanceof godmode.core.design.Operation it) {
      return of.judge(it, design);
    }
    if (rule instanceof Rule.OfLink of && subject instanceof godmode.core.design.Link it) {
      return of.judge(it, design);
    }
    if (rule instanceof Rule.OfFlow of && subject instanceof godmode.core.design.Flow it) {
      return of.judge(it, design);
    }
    throw new IllegalStateException(rule.getClass() + " judges no kind of subject");
  }
}
