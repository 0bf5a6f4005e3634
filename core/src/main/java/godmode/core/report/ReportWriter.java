package godmode.core.report;

import godmode.core.review.Review;
import java.io.IOException;

/** Prints a review in one format. Found through {@code META-INF/services}. */
public interface ReportWriter {
  /** The word after {@code --format}. */
  String format();

  /** Writes one well-formed document. The same review and request give the same bytes. */
  void write(Review review, ReportRequest request, Appendable out) throws IOException;
}
