package godmode.templates.text;

import com.google.auto.service.AutoService;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Missing;
import godmode.core.review.Notice;
import godmode.core.review.Review;
import godmode.core.review.UndecidedRow;
import godmode.templates.PartView;
import godmode.templates.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Page page = Page.of(request);
    if (request.isWhole()) {
      page.append(FirstScreen.of(review, request)).blank();
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
      case TOPOLOGY -> page.append(FirstScreen.of(review, request));
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
    undecided(review, page);
    review.notices().forEach(notice -> notice(notice, page));
    if (!review.accepted().isEmpty()) {
      page.blank();
      page.paragraph(0, "Accepted: " + Values.count(review.accepted().size(), "finding"));
    }
    page.blank().paragraph(0, "Found: " + FindingText.count(review.findings()));
  }

  /** What files do not show; what nobody decided stands under the open questions. */
  private static void undecided(Review review, Page page) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (UndecidedRow row : review.undecided()) {
      List<Missing> facts =
          row.missing().stream().filter(missing -> !missing.attribute().isDecision()).toList();
      if (!facts.isEmpty()) {
        String gaps = facts.stream().map(TextReport::gap).collect(Collectors.joining("; "));
        rows.computeIfAbsent(row.rule(), rule -> new ArrayList<>())
            .add(row.subject() + ": " + gaps);
      }
    }
    if (!rows.isEmpty()) {
      page.blank().heading("Undecided for want of a fact");
      rows.forEach((rule, gaps) -> page.item("  " + rule, 4, String.join("; ", gaps)));
    }
  }

  private static String gap(Missing missing) {
    return missing.attribute().name() + ", " + missing.why();
  }

  private static void notice(Notice notice, Page page) {
    page.blank().item(notice.defect() ? "defect" : "note", 8, notice.text());
  }
}
