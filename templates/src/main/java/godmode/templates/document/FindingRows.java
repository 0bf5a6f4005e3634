package godmode.templates.document;

import godmode.core.review.AcceptedFinding;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Finding;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.templates.FindingGroup;
import godmode.templates.Replay;
import godmode.templates.Untrusted;
import godmode.templates.Values;
import godmode.templates.diagram.SequenceDiagram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows that come from the judgement. */
final class FindingRows {
  private final Review review;
  private final List<ChecklistItem> items;
  private final String up;

  /**
   * @param items the checklist items that the document is about
   * @param up the way from the document to the reviewed directory
   */
  FindingRows(Review review, List<ChecklistItem> items, String up) {
    this.review = review;
    this.items = items;
    this.up = up;
  }

  /** The findings of this document, those that say the same together. */
  List<Rows.FindingRow> findings() {
    return FindingGroup.of(
            review.findings().stream().filter(f -> items.contains(f.item())).toList())
        .stream()
        .map(this::group)
        .toList();
  }

  private Rows.FindingRow group(FindingGroup group) {
    Finding first = group.first();
    boolean one = group.isSingle();
    return new Rows.FindingRow(
        first.severity().word(),
        first.rule(),
        first.because(),
        one || group.hasOneFix() ? first.fix() : "",
        first.confidence().word(),
        Rows.words(first.environments()),
        group.findings().stream().map(f -> caseRow(f, one || group.hasOneFix())).toList(),
        group.findings().stream().anyMatch(f -> f.counterexample().isPresent()));
  }

  private Rows.CaseRow caseRow(Finding finding, boolean said) {
    return new Rows.CaseRow(
        finding.subject(),
        finding.what(),
        said ? "" : finding.fix(),
        Evidence.of(finding.places(), up));
  }

  /** Where each finding is told, those of one rule and document together. */
  List<Rows.IndexRow> index() {
    Map<List<Object>, List<String>> subjects = new LinkedHashMap<>();
    for (Finding f : review.findings()) {
      subjects
          .computeIfAbsent(
              List.of(f.severity().word(), f.rule(), Document.Kind.telling(f.item())),
              key -> new ArrayList<>())
          .add(f.subject());
    }
    List<Rows.IndexRow> rows = new ArrayList<>();
    subjects.forEach(
        (key, names) -> {
          Document.Kind home = (Document.Kind) key.get(2);
          rows.add(
              new Rows.IndexRow(
                  String.valueOf(key.get(0)),
                  String.valueOf(key.get(1)),
                  Rows.some(names),
                  home.title(),
                  Untrusted.link(Documents.fileName(review.system())) + "-" + home.word() + ".md"));
        });
    return rows;
  }

  /** How the findings come about, whatever item they belong to; each rule once. */
  List<Rows.StoryRow> stories() {
    Set<String> told = new HashSet<>();
    List<Rows.StoryRow> rows = new ArrayList<>();
    for (Finding finding : review.findings()) {
      finding
          .counterexample()
          .filter(how -> told.add(finding.rule()))
          .ifPresent(
              how ->
                  rows.add(
                      new Rows.StoryRow(
                          finding.rule(),
                          finding.subject(),
                          how.claim(),
                          SequenceDiagram.of(how),
                          how.ending(),
                          how.boundsLine(),
                          how.states(),
                          Replay.again(finding, how))));
    }
    return rows;
  }

  List<Rows.TriedRow> tried() {
    return review.tried().stream()
        .map(
            tried ->
                new Rows.TriedRow(
                    tried.rule(),
                    tried.subject(),
                    Rows.words(tried.environments()),
                    tried.claim(),
                    String.join(", ", tried.bounds()),
                    tried.states() + (tried.complete() ? "" : ", and then the budget ended"),
                    String.join(", ", tried.reached())))
        .toList();
  }

  List<Rows.OpenRow> open() {
    return review.open().stream().map(FindingRows::open).toList();
  }

  private static Rows.OpenRow open(OpenDecision decision) {
    return new Rows.OpenRow(
        decision.path(), decision.question(), Values.count(decision.rules().size(), "rule"));
  }

  List<Rows.AcceptedRow> accepted() {
    return review.accepted().stream().map(this::accepted).toList();
  }

  private Rows.AcceptedRow accepted(AcceptedFinding accepted) {
    return new Rows.AcceptedRow(
        accepted.finding().rule(),
        accepted.finding().subject(),
        accepted.acceptance().because(),
        accepted.acceptance().owner(),
        accepted.acceptance().until().map(Object::toString).orElse(""),
        Evidence.of(List.of(accepted.acceptance().at()), up));
  }
}
