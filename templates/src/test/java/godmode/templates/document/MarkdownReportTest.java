package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.Environment;
import godmode.core.fact.Confidence;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Finding;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import godmode.templates.Compared;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  @Test
  void is_one_line_for_each_new_finding_with_the_rest_folded() throws IOException {
    Golden.matches("shop.review.md", print(Shop.review(), ReportRequest.WHOLE));
  }

  @Test
  void names_known_findings_and_explains_only_new_ones() throws IOException {
    assertThat(print(Shop.review(), Compared.to("f1")))
        .contains(
            "Nothing stops this change. 1 new finding, 1 known, 1 accepted; 1 of 11 checks pass.",
            "<details><summary>1 known finding</summary>",
            "| error | disjoint-quorums | orders-db |")
        .doesNotContain("a read of orders-db can miss");
  }

  @Test
  void of_a_part_it_holds_its_items_only() throws IOException {
    ReportRequest request = ReportRequest.WHOLE.forParts(List.of(Part.CONSENSUS));
    assertThat(print(Shop.review(), request))
        .contains("<b>warning</b> kafka has 4 members", "| split-brain-prevention | OPEN |")
        .doesNotContain("disjoint-quorums", "| sharding-key |");
  }

  @Test
  void many_that_are_alike_are_one_fold_and_the_rest_is_counted() throws IOException {
    String text = print(Shop.review().naming(alike(61)), ReportRequest.WHOLE);

    assertThat(text)
        .contains(
            "<b>warning</b> db-0 has 1 member, and 60 more of <code>single-copy</code>",
            "`single-copy` on 61 subjects, confidence certain, in default",
            "* db-59 has 1 member\n",
            "- fix: Run 3 members of db-0. The others likewise.",
            "and 1 more, which the other formats hold.")
        .doesNotContain("db-60")
        .containsOnlyOnce("- why: ");
  }

  private static List<Finding> alike(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Finding(
                    "single-copy",
                    ChecklistItem.REPLICATION_TOPOLOGY,
                    Severity.WARNING,
                    Confidence.CERTAIN,
                    "db-" + i,
                    "db-" + i,
                    "db-" + i + " has 1 member",
                    "A disk can fail.",
                    "Run 3 members of db-" + i + ".",
                    List.of(Environment.DEFAULT),
                    List.of(),
                    "f" + i))
        .toList();
  }

  @Test
  void hostile_names_add_no_cell_no_line_no_tag_and_mention_nobody() throws IOException {
    List<String> tame = shape(print(Shop.review(), ReportRequest.WHOLE));
    for (String name : Hostile.NAMES) {
      String wild = print(Shop.called(name), ReportRequest.WHOLE);
      assertThat(shape(wild)).as(name).isEqualTo(tame);
      assertThat(wild).as(name).doesNotContain("\u001b", "\u202e").doesNotContainPattern("@\\w");
      assertThat(wild.replaceAll("<!-- (godmode \\S+ )?-->|</?(details|summary|b|code)>", ""))
          .as(name)
          .doesNotContain("<");
    }
  }

  /** Cells, tags and code marks on each line: what a name must not change. */
  private static List<String> shape(String text) {
    return text.lines()
        .map(line -> line.startsWith("<details>") ? line.replace("`", "") : line)
        .map(line -> line.replace("<!-- -->", "").replaceAll("\\\\.", ""))
        .map(line -> line.startsWith("<details>") ? line.replaceAll("[^<>]", "") : line)
        .map(line -> line.replaceAll("[^|`<>]", "") + (line.isBlank() ? "" : "x"))
        .toList();
  }

  private static String print(Review review, ReportRequest request) throws IOException {
    return Compared.print(new MarkdownReport(), review, request);
  }
}
