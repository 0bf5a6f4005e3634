package godmode.templates.github;

import com.google.auto.service.AutoService;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Finding;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import godmode.templates.Anchor;
import godmode.templates.Untrusted;
import godmode.templates.Values;
import java.io.IOException;
import java.util.List;

/**
 * The new findings as workflow commands of GitHub Actions, which become annotations at their lines;
 * the last one says what they were found in. The runner shows the first ten of each level of a
 * step, so the worst come first.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">the
 *     commands</a>
 */
@AutoService(ReportWriter.class)
public final class GithubReport implements ReportWriter {
  @Override
  public String format() {
    return "github";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    List<Finding> fresh = request.gate().fresh(review.findings());
    for (Finding finding : fresh) {
      Place at = request.inRepository(Anchor.of(finding, review));
      out.append("::" + command(finding.severity()))
          .append(" file=" + property(at.file()))
          .append(",line=" + at.line())
          .append(",col=" + at.column())
          .append(",title=" + property(finding.rule() + ": " + finding.subject()))
          .append("::" + message(finding))
          .append('\n');
    }
    out.append("::notice title=" + property("godmode: " + review.system()))
        .append("::" + value(summary(review, fresh)))
        .append('\n');
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String message(Finding finding) {
    return value(finding.what())
        + "%0A%0A"
        + value(finding.because())
        + "%0A%0AFix: "
        + value(finding.fix());
  }

  private static String summary(Review review, List<Finding> fresh) {
    return review.verdictWords()
        + ": "
        + Values.count(fresh.size(), "new finding")
        + ", "
        + (review.findings().size() - fresh.size())
        + " known, "
        + review.accepted().size()
        + " accepted; "
        + Values.count(review.topology().components().size(), "component")
        + ", "
        + Values.count(review.topology().unread().size(), "place")
        + " not read";
  }

  /** What stands after the second {@code ::}; no name begins a line, or another command. */
  private static String value(String text) {
    return Untrusted.line(text).replace("%", "%25");
  }

  /** What stands between commas. */
  private static String property(String text) {
    return value(text).replace(":", "%3A").replace(",", "%2C");
  }
}
