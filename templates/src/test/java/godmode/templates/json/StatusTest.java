package godmode.templates.json;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.report.ReportRequest;
import godmode.core.review.Comparison;
import godmode.core.review.Gate;
import godmode.core.review.Severity;
import godmode.templates.Shop;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StatusTest {
  @Test
  void a_finding_that_was_there_before_is_known() throws IOException {
    Comparison before = new Comparison("baseline b.json", new TreeSet<>(List.of("f2")));
    Gate gate = new Gate(Optional.of(Severity.ERROR), Optional.of(before));

    assertThat(statuses(ReportRequest.WHOLE.behind(gate)))
        .containsExactly("\"status\": \"new\",", "\"status\": \"known\",");
  }

  @Test
  void without_a_comparison_every_finding_is_new() throws IOException {
    assertThat(statuses(ReportRequest.WHOLE))
        .containsExactly("\"status\": \"new\",", "\"status\": \"new\",");
  }

  private static List<String> statuses(ReportRequest request) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonReport().write(Shop.review(), request, out);
    return out.toString()
        .lines()
        .map(String::strip)
        .filter(line -> line.matches("\"status\": \"(new|known)\",?"))
        .toList();
  }
}
