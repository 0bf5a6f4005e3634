package godmode.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.report.ReportWriters;
import godmode.core.report.Style;
import godmode.core.review.Review;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final ReportRequest REQUEST =
      ReportRequest.WHOLE
          .afterReading(120)
          .with(
              open ->
                  open.path().endsWith(".purpose")
                      ? List.of("efficiency", "correctness")
                      : List.of())
          .having(List.of(".godmode/shop.design.yaml"));

  @Test
  void the_whole_report_reads_from_what_was_found_to_the_summary() throws IOException {
    Golden.matches("shop.txt", print(Shop.review(), REQUEST));
  }

  @Test
  void each_part_prints_its_facts_its_checklist_items_and_its_open_decisions() throws IOException {
    Golden.matches("shop.parts.txt", print(Shop.review(), REQUEST.forParts(parts())));
  }

  private static List<Part> parts() {
    return List.of(
        Part.CAP,
        Part.CONSENSUS,
        Part.LOCK,
        Part.SHARD,
        Part.CONSISTENCY,
        Part.LEADER,
        Part.PARTITION);
  }

  @Test
  void colour_changes_nothing_but_the_escape_sequences() throws IOException {
    String plain = print(Shop.review(), REQUEST);
    String painted = print(Shop.review(), REQUEST.in(Style.ANSI));

    assertThat(painted).contains("\u001b[31merror\u001b[0m");
    assertThat(painted.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void no_line_but_the_commit_message_is_wider_than_a_terminal() throws IOException {
    assertThat(
            print(Shop.review(), REQUEST)
                .lines()
                .filter(line -> !line.startsWith("  distributed: "))
                .filter(line -> Page.width(line) > Page.WIDTH))
        .isEmpty();
  }

  @Test
  void hostile_names_cannot_act_on_the_terminal() throws IOException {
    for (String name : Hostile.NAMES) {
      Review review = Shop.called(name);
      String text = print(review, REQUEST) + print(review, REQUEST.forParts(parts()));
      assertThat(text.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
          .as(name)
          .isEmpty();
      assertThat(text).as(name).doesNotContain("\u202e");
    }
  }

  @Test
  void a_name_with_a_line_end_stays_on_one_line() throws IOException {
    assertThat(print(Shop.called("two\nlines"), REQUEST))
        .contains("DISTRIBUTED SYSTEM: two\\nlines\n");
  }

  @Test
  void the_commit_message_is_the_one_of_the_contract() {
    assertThat(Summary.commitMessage(Shop.review()))
        .isEqualTo("distributed: shop -- linearizable, not decided, 1 shard, NEEDS REVISION");
  }

  @Test
  void the_formats_are_found_on_the_class_path() {
    assertThat(ReportWriters.onClassPath())
        .extracting(ReportWriter::format)
        .containsExactly(
            "checkstyle", "github", "gitlab", "json", "junit", "markdown", "sarif", "text");
  }

  private static String print(Review review, ReportRequest request) throws IOException {
    StringBuilder out = new StringBuilder();
    new TextReport().write(review, request, out);
    return out.toString();
  }
}
