package godmode.templates.github;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.report.ReportRequest;
import godmode.templates.Compared;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubReportTest {
  @Test
  void each_new_finding_is_a_command_with_its_place() throws IOException {
    Golden.matches(
        "shop.github.txt", Compared.print(new GithubReport(), Shop.review(), ReportRequest.WHOLE));
  }

  @Test
  void is_silent_about_what_was_there_before() throws IOException {
    assertThat(Compared.print(new GithubReport(), Shop.review(), Compared.to("f1", "f2")))
        .isEqualTo(
            "::notice title=godmode%3A shop::NEEDS REVISION: 0 new findings, 2 known, 1 accepted;"
                + " 4 components, 1 place not read\n");
  }

  @Test
  void hostile_names_make_no_command_no_property_and_no_line() throws IOException {
    List<String> tame = shape("orders-db");
    for (String name : Hostile.NAMES) {
      assertThat(shape(name)).as(name).isEqualTo(tame);
    }
  }

  /** The commands with the names of their properties, as the runner takes them apart. */
  private static List<String> shape(String name) throws IOException {
    String printed = Compared.print(new GithubReport(), Shop.called(name), ReportRequest.WHOLE);
    assertThat(printed.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
        .as(name)
        .isEmpty();
    assertThat(printed.replaceAll("%(0A|25|2C|3A)", "")).as(name).doesNotContain("%");
    return printed
        .lines()
        .map(line -> line.substring(0, line.indexOf("::", 2)).replaceAll("=[^,]*", "="))
        .toList();
  }
}
