package godmode.templates.html;

import com.google.auto.service.AutoService;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Review;
import godmode.templates.TemplateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Writes the review as one page for a browser that needs no network. Its policy lets run the style
 * and the script of this program, known by their hashes, and nothing else; so whatever a name of
 * the repository holds, it is text.
 */
@AutoService(ReportWriter.class)
public final class HtmlReport implements ReportWriter {
  private static final TemplateFolder TEMPLATES =
      new TemplateFolder(HtmlReport.class, HtmlText.FORMAT);

  @Override
  public String format() {
    return "html";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    String style = resource("page.css");
    String script = resource("page.js");
    String policy =
        "default-src 'none'; style-src 'sha256-"
            + hash(style)
            + "'; script-src 'sha256-"
            + hash(script)
            + "'; base-uri 'none'; form-action 'none'";
    out.append(
        TEMPLATES.fill("page.ftl", new Page(PageFacts.of(review, request), style, script, policy)));
  }

  /** What the outermost template reads. */
  public record Page(Object facts, String style, String script, String policy) {}

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException defect) {
      throw new UncheckedIOException(defect);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
