package godmode.templates.json;

import com.google.auto.service.AutoService;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Finding;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import godmode.templates.Anchor;
import godmode.templates.Untrusted;
import java.io.IOException;
import java.util.List;

/**
 * The findings as a GitLab code quality report. GitLab compares the reports of two branches by
 * itself, so findings that were there before are in it.
 */
@AutoService(ReportWriter.class)
public final class GitlabReport implements ReportWriter {
  @Override
  public String format() {
    return "gitlab";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    out.append(
        Json.listDocument(
            json -> {
              for (Finding finding : review.findings()) {
                json.item(() -> issue(json, finding, review, request));
              }
            }));
  }

  private static void issue(Json json, Finding finding, Review review, ReportRequest request)
      throws IOException {
    Place at = request.inRepository(Anchor.of(finding, review));
    json.text("description", Untrusted.line(finding.what()));
    json.text("check_name", finding.rule());
    json.text("fingerprint", finding.fingerprint());
    json.text("severity", severity(finding.severity()));
    json.text("type", "issue");
    json.texts("categories", List.of("Bug Risk"));
    json.object(
        "content",
        () ->
            json.text(
                "body",
                Untrusted.line(finding.because()) + "\n\n" + Untrusted.line(finding.fix())));
    json.object(
        "location",
        () -> {
          json.text("path", at.file());
          json.object("lines", () -> json.number("begin", at.line()));
        });
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "info";
    };
  }
}
