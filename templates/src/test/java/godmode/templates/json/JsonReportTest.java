package godmode.templates.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.review.Review;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final ReportRequest TOPOLOGY =
      ReportRequest.WHOLE.forParts(List.of(Part.TOPOLOGY));
  private static final ReportRequest VALIDATE =
      ReportRequest.WHOLE.forParts(List.of(Part.VALIDATE));

  @Test
  void topology_alone_is_the_topology_document() throws IOException {
    Golden.matches("shop.topology.json", print(Shop.review(), TOPOLOGY));
  }

  @Test
  void validate_alone_is_the_review_document() throws IOException {
    Golden.matches("shop.review.json", print(Shop.review(), VALIDATE));
  }

  @Test
  void the_whole_holds_topology_and_design() throws IOException {
    Golden.matches("shop.whole.json", print(Shop.review(), ReportRequest.WHOLE));
  }

  @Test
  void several_parts_hold_what_was_asked_for() throws IOException {
    assertThat(topFields(List.of(Part.TOPOLOGY, Part.VALIDATE)))
        .contains("  \"topology\": {")
        .doesNotContain("  \"design\": {");
    assertThat(topFields(List.of(Part.CAP)))
        .contains("  \"design\": {")
        .doesNotContain("  \"topology\": {");
  }

  private static List<String> topFields(List<Part> parts) throws IOException {
    return print(Shop.review(), ReportRequest.WHOLE.forParts(parts)).lines().toList();
  }

  @Test
  void lists_the_legal_values_of_a_decision_where_they_are_known() throws IOException {
    ReportRequest request = VALIDATE.with(open -> List.of("latest", "any"));

    assertThat(print(Shop.review(), request))
        .contains("      \"choices\": [\n        \"latest\",\n        \"any\"\n      ]");
  }

  @Test
  void the_documents_are_valid_by_the_published_schemas() throws IOException {
    assertThat(errors("topology", print(Shop.review(), TOPOLOGY))).isEmpty();
    assertThat(errors("review", print(Shop.review(), ReportRequest.WHOLE))).isEmpty();
  }

  @Test
  void the_schemas_refuse_what_the_contract_forbids() throws IOException {
    String topology = print(Shop.review(), TOPOLOGY);
    String review = print(Shop.review(), ReportRequest.WHOLE);

    assertThat(errors("topology", topology.replace("\"line\": 3,", "\"line\": 0,"))).isNotEmpty();
    assertThat(errors("topology", topology.replace("\"broker\"", "\"Broker\""))).isNotEmpty();
    assertThat(errors("review", review.replace("\"FAIL\"", "\"FAILED\""))).isNotEmpty();
    assertThat(errors("review", review.replace("\"line\": 3,", "\"line\": 0,"))).isNotEmpty();
    assertThat(errors("review", review.replace("\"replay\"", "\"again\""))).isNotEmpty();
    assertThat(errors("review", review.replace("\"complete\"", "\"whole\""))).isNotEmpty();
  }

  @Test
  void hostile_names_leave_a_valid_document_without_a_raw_control_character() throws IOException {
    for (String name : Hostile.NAMES) {
      String text = print(Shop.called(name), ReportRequest.WHOLE);
      assertThat(errors("review", text)).as(name).isEmpty();
      assertThat(text.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
          .as(name)
          .isEmpty();
      assertThat(text).as(name).doesNotContain("\u202e");
    }
  }

  @Test
  void the_same_review_gives_the_same_text() throws IOException {
    assertThat(print(Shop.review(), ReportRequest.WHOLE))
        .isEqualTo(print(Shop.review(), ReportRequest.WHOLE));
  }

  private static String print(Review review, ReportRequest request) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonReport().write(review, request, out);
    return out.toString();
  }

  private static List<Error> errors(String schema, String document) throws IOException {
    Map<String, String> known =
        Map.of(
            "urn:godmode:topology:1", read("topology"),
            "urn:godmode:review:1", read("review"),
            "urn:godmode:simulation:1", read("simulation"));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(known));
    Schema loaded = registry.getSchema(SchemaLocation.of("urn:godmode:" + schema + ":1"));
    return loaded.validate(document, InputFormat.JSON);
  }

  private static String read(String schema) throws IOException {
    return Files.readString(Path.of("../docs/schema/" + schema + ".schema.json"));
  }
}
