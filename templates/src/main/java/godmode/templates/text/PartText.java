package godmode.templates.text;

import godmode.core.report.ReportRequest;
import godmode.core.review.Review;
import godmode.templates.FactRow;
import godmode.templates.PartView;

/** One part: this repository's facts with their evidence, its checklist items, what is open. */
final class PartText {
  private PartText() {}

  static void print(PartView view, Review review, ReportRequest request, Page page) {
    page.heading(view.part().flag() + ": " + view.part().title() + " of " + review.system());
    if (view.facts().isEmpty()) {
      page.paragraph(2, "No file and no declaration says anything about it.");
    }
    boolean several = review.designs().size() > 1;
    String subject = "";
    for (PartView.Row row : view.facts()) {
      if (!row.fact().subject().equals(subject)) {
        subject = row.fact().subject();
        page.line("  " + subject);
      }
      fact(row, several, page);
    }
    page.blank();
    ChecklistText.print(view.checklist(), page);
    if (!view.findings().isEmpty()) {
      page.blank();
      FindingText.print(view.findings(), request.sources(), page);
    }
    if (!view.open().isEmpty()) {
      page.blank();
      OpenText.print(view.open(), request.legalValues(), page);
    }
  }

  private static void fact(PartView.Row row, boolean several, Page page) {
    FactRow fact = row.fact();
    String who = fact.label().isEmpty() ? "" : "(" + fact.label() + ")";
    String source = fact.at().map(at -> at + " " + who).orElse(who);
    String in = several ? "  in " + FindingText.words(row.environments()) : "";
    int gap = Math.max(0, 34 - Page.width(fact.text()));
    page.item("    ", 4, fact.text() + " ".repeat(gap) + "  " + source + in);
  }
}
