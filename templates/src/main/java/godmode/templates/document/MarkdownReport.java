package godmode.templates.document;

import com.google.auto.service.AutoService;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Review;
import java.io.IOException;
import java.util.List;

/** Prints the judgement as one Markdown page, as for a pull request; links lead from the root. */
@AutoService(ReportWriter.class)
public final class MarkdownReport implements ReportWriter {
  @Override
  public String format() {
    return "markdown";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    out.append(Template.fill("review.ftl", DocumentFacts.of(review, items(request), "")));
  }

  private static List<ChecklistItem> items(ReportRequest request) {
    return request.isWhole()
        ? Part.VALIDATE.items()
        : request.parts().stream()
            .flatMap(part -> part.items().stream())
            .distinct()
            .sorted()
            .toList();
  }
}
