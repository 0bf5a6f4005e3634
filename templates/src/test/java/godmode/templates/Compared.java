package godmode.templates;

import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Comparison;
import godmode.core.review.Gate;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The hand-made review behind a gate. */
public final class Compared {
  private Compared() {}

  /** With these fingerprints known from before. */
  public static ReportRequest to(String... known) {
    return ReportRequest.WHOLE.behind(
        new Gate(
            Optional.of(Severity.ERROR),
            Optional.of(new Comparison("baseline", new TreeSet<>(List.of(known))))));
  }

  /** What a writer prints. */
  public static String print(ReportWriter writer, Review review, ReportRequest request)
      throws IOException {
    StringBuilder out = new StringBuilder();
    writer.write(review, request, out);
    return out.toString();
  }
}
