package godmode.templates.text;

import com.google.auto.service.AutoService;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Notice;
import godmode.core.review.Review;
import godmode.templates.PartView;
import godmode.templates.Values;
import java.io.IOException;
import java.util.Set;

/** Prints a review for people at a terminal. */
@AutoService(ReportWriter.class)
public final class TextReport implements ReportWriter {
  @Override
  public String format() {
    return "text";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    Page page = Page.of(request);
    if (request.isWhole()) {
      String first = FirstScreen.unseen(review, request);
      page.append(first).append(first.isEmpty() ? "" : "\n");
      judged(review, FirstScreen.told(review), request, page);
      page.blank().append(Summary.of(review, request));
      page.blank().paragraph(page.ink()::faint, 0, "Commit message, if you like one:");
      page.line("  " + Summary.commitMessage(review));
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
      case TOPOLOGY -> page.append(FirstScreen.unseen(review, request));
      case VALIDATE -> validated(review, request, page);
      case CAP, CONSENSUS, LOCK, SHARD, CONSISTENCY, LEADER, PARTITION ->
          PartText.print(PartView.of(part, review), review, request, page);
    }
  }

  private static void validated(Review review, ReportRequest request, Page page) {
    page.heading(review.system() + ": " + review.topology().classification().kind());
    ReadText.brief(review.topology(), request, page);
    page.blank();
    judged(review, Set.of(), request, page);
    page.blank().append(Summary.of(review, request));
  }

  /** Findings, checklist, open decisions, and what was undecided. */
  private static void judged(Review review, Set<String> told, ReportRequest request, Page page) {
    FindingText.print(review.findings(), told, request.sources(), page);
    page.append(review.findings().isEmpty() ? "" : "\n");
    page.heading("Checklist");
    ChecklistText.print(review.checklist(), page);
    if (!review.open().isEmpty()) {
      page.blank();
      OpenText.brief(review.open(), request.legalValues(), page);
    }
    UndecidedText.print(review.undecided(), page);
    review.notices().forEach(notice -> notice(notice, page));
    if (!review.accepted().isEmpty()) {
      page.blank();
      page.paragraph(0, "Accepted: " + Values.count(review.accepted().size(), "finding"));
    }
    page.blank().paragraph(0, "Found: " + FindingText.count(review.findings()));
  }

  private static void notice(Notice notice, Page page) {
    page.blank().item(notice.defect() ? "defect" : "note", 8, notice.text());
  }
}
