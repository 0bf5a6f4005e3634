package godmode.templates.document;

import com.google.auto.service.AutoService;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Review;
import godmode.templates.diagram.TopologyChart;
import java.io.IOException;

/** Prints the topology as a Mermaid flow chart, whatever else was asked for. */
@AutoService(ReportWriter.class)
public final class MermaidReport implements ReportWriter {
  @Override
  public String format() {
    return "mermaid";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    out.append(TopologyChart.of(review.topology()));
  }
}
