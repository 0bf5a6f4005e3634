package godmode.templates.json;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.report.ReportRequest;
import godmode.templates.Compared;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GitlabReportTest {
  @Test
  void holds_every_finding_with_its_fingerprint() throws IOException {
    Golden.matches(
        "shop.gitlab.json", Compared.print(new GitlabReport(), Shop.review(), ReportRequest.WHOLE));
  }

  @Test
  void leaves_the_comparison_to_gitlab() throws IOException {
    assertThat(Compared.print(new GitlabReport(), Shop.review(), Compared.to("f1", "f2")))
        .isEqualTo(Compared.print(new GitlabReport(), Shop.review(), ReportRequest.WHOLE));
  }

  @Test
  void hostile_names_add_no_line() throws IOException {
    long lines =
        Compared.print(new GitlabReport(), Shop.review(), ReportRequest.WHOLE).lines().count();
    for (String name : Hostile.NAMES) {
      String wild = Compared.print(new GitlabReport(), Shop.called(name), ReportRequest.WHOLE);
      assertThat(wild.lines().count()).as(name).isEqualTo(lines);
      assertThat(wild.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
          .as(name)
          .isEmpty();
    }
  }
}
