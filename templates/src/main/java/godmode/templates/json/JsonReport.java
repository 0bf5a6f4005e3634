package godmode.templates.json;

import com.google.auto.service.AutoService;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Review;
import java.io.IOException;

/** Prints the topology document where only that was asked for, and else the review document. */
@AutoService(ReportWriter.class)
public final class JsonReport implements ReportWriter {
  @Override
  public String format() {
    return "json";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    out.append(
        request.isTopologyOnly()
            ? TopologyJson.of(review.system(), review.topology())
            : ReviewJson.of(review, request));
  }
}
