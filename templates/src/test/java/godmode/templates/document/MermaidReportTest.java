package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.report.ReportRequest;
import godmode.core.review.Review;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MermaidReportTest {
  @Test
  void is_the_topology_as_a_flow_chart() throws IOException {
    Golden.matches("shop.mmd", print(Shop.review()));
  }

  @Test
  void hostile_names_stay_inside_their_quotes() throws IOException {
    List<String> tame = shape(print(Shop.review()));
    for (String name : Hostile.NAMES) {
      assertThat(shape(print(Shop.called(name)))).as(name).isEqualTo(tame);
    }
  }

  /** Every line without what stands in quotes. */
  private static List<String> shape(String chart) {
    return chart.lines().map(line -> line.replaceAll("\"[^\"]*\"", "\"\"")).toList();
  }

  private static String print(Review review) throws IOException {
    StringBuilder out = new StringBuilder();
    new MermaidReport().write(review, ReportRequest.WHOLE, out);
    return out.toString();
  }
}
