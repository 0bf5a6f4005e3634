package godmode.core.review;

import godmode.core.design.Design;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Adds the outcomes behind each item up to one status. */
final class Checklist {
  private static final int OWNERS_SHOWN = 3;

  private Checklist() {}

  static List<ChecklistRow> of(List<Judgement> judgements, Findings findings) {
    List<ChecklistRow> rows = new ArrayList<>();
    for (ChecklistItem item : ChecklistItem.values()) {
      rows.add(row(item, judgements.stream().filter(j -> j.item() == item).toList(), findings));
    }
    return rows;
  }

  /** Worst first: a failure outweighs an open decision, and that a pass. */
  private static ChecklistRow row(
      ChecklistItem item, List<Judgement> judgements, Findings findings) {
    List<Finding> failing =
        findings.findings().stream()
            .filter(f -> f.item() == item && f.severity().atLeast(Severity.WARNING))
            .toList();
    if (!failing.isEmpty()) {
      return new ChecklistRow(
          item,
          ChecklistRow.Status.FAIL,
          failing.get(0).what() + more(failing.size() - 1),
          sorted(failing.stream().map(Finding::rule)));
    }
    List<Judgement> waiting =
        judgements.stream().filter(j -> waitsForDecision(j.outcome())).toList();
    if (!waiting.isEmpty()) {
      return new ChecklistRow(
          item,
          ChecklistRow.Status.OPEN,
          "not decided: " + String.join("; ", undecided(waiting)),
          rules(waiting));
    }
    List<Judgement> holding =
        judgements.stream()
            .filter(j -> j.answers() && j.outcome() instanceof Outcome.Holds)
            .toList();
    if (!holding.isEmpty()) {
      return new ChecklistRow(item, ChecklistRow.Status.PASS, reasons(holding), rules(holding));
    }
    return notApplicable(item, judgements, findings);
  }

  private static ChecklistRow notApplicable(
      ChecklistItem item, List<Judgement> judgements, Findings findings) {
    List<AcceptedFinding> accepted =
        findings.accepted().stream().filter(a -> a.finding().item() == item).toList();
    if (!accepted.isEmpty()) {
      return new ChecklistRow(
          item,
          ChecklistRow.Status.PASS,
          "accepted: " + accepted.get(0).acceptance().because(),
          sorted(accepted.stream().map(a -> a.finding().rule())));
    }
    return new ChecklistRow(
        item, ChecklistRow.Status.NOT_APPLICABLE, because(judgements), rules(judgements));
  }

  /**
   * Why nothing is asked of an item. Where several rules are about single parts, each has reasons
   * of its own, and one of them would explain nothing.
   */
  private static String because(List<Judgement> judgements) {
    List<Judgement> reasons =
        judgements.stream()
            .filter(judgement -> judgement.outcome() instanceof Outcome.NotApplicable)
            .sorted(Comparator.comparing(Checklist::remoteness))
            .toList();
    if (reasons.isEmpty() && !judgements.isEmpty()) {
      return "what it rests on could not be read";
    }
    if (reasons.stream().allMatch(reason -> !reason.answers() && isOfWhole(reason))) {
      return "nothing of the kind was found";
    }
    Judgement first = reasons.get(0);
    List<Judgement> like =
        reasons.stream().filter(reason -> remoteness(reason) == remoteness(first)).toList();
    List<String> rules = rules(like);
    if (!isOfWhole(first) && rules.size() > 1) {
      List<String> parts = like.stream().map(reason -> reason.subject().id()).distinct().toList();
      return "none of its " + rules.size() + " rules applies to " + some(parts);
    }
    return ((Outcome.NotApplicable) first.outcome()).because();
  }

  /**
   * How little a judgement tells about the item: rules that answer it come first, and what is said
   * of the system as a whole before what is said of one of its parts.
   */
  private static int remoteness(Judgement judgement) {
    return (judgement.answers() ? 0 : 2) + (isOfWhole(judgement) ? 0 : 1);
  }

  private static boolean isOfWhole(Judgement judgement) {
    return judgement.subject() instanceof Design;
  }

  static Verdict verdict(List<ChecklistRow> rows, List<Finding> findings) {
    if (has(rows, ChecklistRow.Status.FAIL)
        || findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
      return Verdict.NEEDS_REVISION;
    }
    return has(rows, ChecklistRow.Status.OPEN) ? Verdict.OPEN_QUESTIONS : Verdict.SOUND;
  }

  private static boolean has(List<ChecklistRow> rows, ChecklistRow.Status status) {
    return rows.stream().anyMatch(row -> row.status() == status);
  }

  private static boolean waitsForDecision(Outcome outcome) {
    return outcome instanceof Outcome.Undecided undecided && undecided.waitsForDecision();
  }

  /** What is not decided, and for what: {@code reads, partition of orders-db, stock and 2 more}. */
  private static List<String> undecided(List<Judgement> waiting) {
    Map<String, Set<String>> ownersOf = new LinkedHashMap<>();
    waiting.stream()
        .flatMap(
            j ->
                j.outcome() instanceof Outcome.Undecided gaps
                    ? gaps.missing().stream()
                    : Stream.empty())
        .filter(missing -> missing.attribute().isDecision())
        .forEach(
            missing ->
                ownersOf
                    .computeIfAbsent(missing.attribute().name(), name -> new LinkedHashSet<>())
                    .add(missing.owner()));
    Map<Set<String>, List<String>> attributesOf = new LinkedHashMap<>();
    ownersOf.forEach(
        (attribute, owners) ->
            attributesOf.computeIfAbsent(owners, set -> new ArrayList<>()).add(attribute));
    List<String> clauses = new ArrayList<>();
    attributesOf.forEach(
        (owners, attributes) ->
            clauses.add(String.join(", ", attributes) + " of " + some(List.copyOf(owners))));
    return clauses;
  }

  private static String some(List<String> owners) {
    int more = owners.size() - OWNERS_SHOWN;
    return more < 2
        ? String.join(", ", owners)
        : String.join(", ", owners.subList(0, OWNERS_SHOWN)) + " and " + more + " more";
  }

  private static String reasons(List<Judgement> holding) {
    List<String> reasons =
        holding.stream()
            .map(Judgement::outcome)
            .flatMap(o -> o instanceof Outcome.Holds h ? Stream.of(h.because()) : Stream.empty())
            .distinct()
            .toList();
    return reasons.get(0) + more(reasons.size() - 1);
  }

  private static String more(int others) {
    return others > 0 ? " (and " + others + " more)" : "";
  }

  private static List<String> rules(List<Judgement> judgements) {
    return sorted(judgements.stream().map(Judgement::rule));
  }

  private static List<String> sorted(Stream<String> names) {
    return List.copyOf(new TreeSet<>(names.toList()));
  }
}
