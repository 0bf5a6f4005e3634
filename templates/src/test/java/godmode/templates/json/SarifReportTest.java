package godmode.templates.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import godmode.core.design.Design;
import godmode.core.report.ReportRequest;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Comparison;
import godmode.core.review.Counterexample;
import godmode.core.review.Finding;
import godmode.core.review.Gate;
import godmode.core.review.Outcome;
import godmode.core.review.Review;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private static final ReportRequest COMPARED =
      ReportRequest.WHOLE.behind(
          new Gate(
              Optional.of(Severity.ERROR),
              Optional.of(new Comparison("baseline", new TreeSet<>(List.of("f2"))))));

  /** A rule with a card and a page, as in the rule book. */
  @RuleCard(
      title = "an even number of voters",
      item = ChecklistItem.CONSENSUS_PROTOCOL,
      since = "0.1",
      sources = {"a book", "https://etcd.io/docs/v3.6/faq/"})
  static final class EvenMembership implements Rule.OfDesign {
    @Override
    public Outcome judge(Design design) {
      return Outcome.holds("never asked");
    }
  }

  @Test
  void findings_known_and_accepted_ones_and_what_was_not_read() throws IOException {
    Golden.matches("shop.sarif", print(Shop.review(), COMPARED));
  }

  @Test
  void is_valid_by_the_official_schema() throws IOException {
    assertThat(errors(print(Shop.review(), ReportRequest.WHOLE))).isEmpty();
    assertThat(errors(print(Shop.review(), COMPARED))).isEmpty();
  }

  @Test
  void the_official_schema_refuses_what_viewers_refuse() throws IOException {
    String sarif = print(Shop.review(), ReportRequest.WHOLE);

    assertThat(errors(sarif.replace("\"startLine\": 52", "\"startLine\": -1"))).isNotEmpty();
    assertThat(errors(sarif.replace("\"level\": \"error\"", "\"level\": \"fatal\""))).isNotEmpty();
    assertThat(errors(sarif.replace("\"ruleId\"", "\"rule\""))).isNotEmpty();
  }

  @Test
  void a_counterexample_is_a_code_flow_with_its_end() throws IOException {
    Review shop = Shop.review();
    Counterexample how =
        new Counterexample(
            "every read returns the last write",
            List.of(
                new Counterexample.Step("a", "writes v1 to n1", "n1", "n1 = v1", false),
                new Counterexample.Step("b", "reads from n2", "n2", "", false)),
            "b read v0 after v1 was acknowledged",
            List.of("2 nodes", "1 write"),
            12,
            "0.1");
    Finding first = shop.findings().get(0).shownBy(how);

    String sarif = print(shop.naming(List.of(first)), ReportRequest.WHOLE);
    assertThat(errors(sarif)).isEmpty();
    assertThat(sarif.substring(sarif.indexOf("codeFlows")).lines().map(String::strip))
        .filteredOn(line -> line.startsWith("\"text\":"))
        .startsWith(
            "\"text\": \"every read returns the last write\\n2 nodes, 1 write\"",
            "\"text\": \"a writes v1 to n1 [n1 = v1]\"",
            "\"text\": \"b reads from n2\"",
            "\"text\": \"b read v0 after v1 was acknowledged\"");
  }

  @Test
  void without_a_comparison_nothing_is_said_about_one() throws IOException {
    assertThat(print(Shop.review(), ReportRequest.WHOLE)).doesNotContain("baselineState");
  }

  @Test
  void hostile_names_leave_a_valid_document_with_paths_and_messages_that_do_nothing()
      throws IOException {
    for (String name : Hostile.NAMES) {
      String sarif = print(Shop.called(name), COMPARED);
      assertThat(errors(sarif)).as(name).isEmpty();
      assertThat(sarif.lines().filter(line -> line.contains("\"text\": ")))
          .as(name)
          .isNotEmpty()
          .noneMatch(line -> line.contains("](") || line.contains(" {0}"));
      assertThat(sarif.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
          .as(name)
          .isEmpty();
    }
  }

  private static String print(Review review, ReportRequest request) throws IOException {
    StringBuilder out = new StringBuilder();
    new SarifReport(List.of(new EvenMembership())).write(review, request, out);
    return out.toString();
  }

  private static List<Error> errors(String sarif) throws IOException {
    try (InputStream official =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertThat(official).isNotNull();
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(official);
      return schema.validate(
          sarif,
          InputFormat.JSON,
          context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
  }
}
