package godmode.templates;

import godmode.core.design.Design;
import godmode.core.evidence.Environment;
import godmode.core.report.Part;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Finding;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one part of the design rests on, how it is judged, and what is open.
 *
 * @param facts in the order in which they are read
 */
public record PartView(
    Part part,
    List<Row> facts,
    List<ChecklistRow> checklist,
    List<Finding> findings,
    List<OpenDecision> open) {
  public PartView {
    facts = List.copyOf(facts);
    checklist = List.copyOf(checklist);
    findings = List.copyOf(findings);
    open = List.copyOf(open);
  }

  /** A fact and the environments in which it holds. */
  public record Row(FactRow fact, List<Environment> environments) {
    public Row {
      environments = List.copyOf(environments);
    }
  }

  /** The view of one part. */
  public static PartView of(Part part, Review review) {
    return new PartView(
        part,
        facts(part, review),
        review.checklist().stream().filter(row -> part.items().contains(row.item())).toList(),
        review.findings().stream().filter(f -> part.items().contains(f.item())).toList(),
        review.open().stream().filter(decision -> waits(part, decision)).toList());
  }

  private static List<Row> facts(Part part, Review review) {
    Map<FactRow, List<Environment>> byFact = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      for (FactRow row : PartFacts.of(part, review, design)) {
        List<Environment> holds = byFact.computeIfAbsent(row, fact -> new ArrayList<>());
        if (!holds.contains(design.environment())) {
          holds.add(design.environment());
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    byFact.forEach((fact, environments) -> rows.add(new Row(fact, environments)));
    return rows;
  }

  private static boolean waits(Part part, OpenDecision decision) {
    boolean ofLock = decision.path().startsWith("locks.");
    boolean ofLeader =
        decision.path().startsWith("leaders.") || decision.path().startsWith("schedules.");
    return decision.items().stream().anyMatch(part.items()::contains)
        && !(part == Part.LOCK && ofLeader)
        && !(part == Part.LEADER && ofLock);
  }
}
