package godmode.templates.text;

import com.google.auto.service.AutoService;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Finding;
import godmode.core.review.Missing;
import godmode.core.review.Notice;
import godmode.core.review.Review;
import godmode.core.review.UndecidedRow;
import godmode.templates.PartView;
import godmode.templates.Values;
import java.io.IOException;
import java.util.stream.Collectors;

/** Prints a review for people at a terminal. */
@AutoService(ReportWriter.class)
public final class TextReport implements ReportWriter {
  @Override
  public String format() {
    return "text";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    Page page = new Page(request.style());
    if (request.isWhole()) {
      page.append(FirstScreen.of(review, request)).blank();
      judged(review, request, page);
    }
    String gap = "";
    for (Part part : request.parts()) {
      page.append(gap);
      part(part, review, request, page);
      gap = "\n";
    }
    out.append(page.toString());
  }

  private static void part(Part part, Review review, ReportRequest request, Page page) {
    switch (part) {
      case TOPOLOGY -> page.append(FirstScreen.of(review, request));
      case VALIDATE -> judged(review, request, page);
      case CAP, CONSENSUS, LOCK, SHARD, CONSISTENCY, LEADER, PARTITION ->
          PartText.print(PartView.of(part, review), review, request, page);
    }
  }

  /** Findings, checklist, open decisions, what was undecided, and the summary. */
  private static void judged(Review review, ReportRequest request, Page page) {
    for (Finding finding : review.findings()) {
      FindingText.print(finding, page);
      page.blank();
    }
    page.heading("Checklist");
    ChecklistText.print(review.checklist(), page);
    if (!review.open().isEmpty()) {
      page.blank().heading("Open questions");
      OpenText.print(review.open(), request.legalValues(), page);
    }
    if (!review.undecided().isEmpty()) {
      page.blank().heading("Undecided for want of a fact");
      review.undecided().forEach(row -> undecided(row, page));
    }
    review.notices().forEach(notice -> notice(notice, page));
    if (!review.accepted().isEmpty()) {
      page.blank();
      page.paragraph(0, "Accepted: " + Values.count(review.accepted().size(), "finding"));
    }
    page.blank().append(Summary.of(review, request));
    page.blank().line("Commit message, if you like one:");
    page.line("  " + Summary.commitMessage(review));
  }

  private static void undecided(UndecidedRow row, Page page) {
    page.item(
        "  " + row.rule(),
        4,
        row.subject()
            + ": "
            + row.missing().stream().map(TextReport::gap).collect(Collectors.joining("; ")));
  }

  private static String gap(Missing missing) {
    return missing.attribute().name() + ", " + missing.why();
  }

  private static void notice(Notice notice, Page page) {
    page.blank().item(notice.defect() ? "defect" : "note", 8, notice.text());
  }
}
