package godmode.templates.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import godmode.core.laboratory.Distribution;
import godmode.core.laboratory.LabReport;
import godmode.core.laboratory.LabReport.Failure;
import godmode.core.laboratory.LabReport.Violated;
import godmode.core.laboratory.Timeline;
import godmode.core.laboratory.Timeline.Happening;
import godmode.core.laboratory.Timeline.Kind;
import godmode.core.report.ReportRequest;
import godmode.templates.json.LabJson;
import godmode.templates.text.LabText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class LabReportsTest {
  private static final long MILLI = 1_000_000;

  private static LabReport report(String name) {
    return new LabReport(
        "raft",
        "a log",
        List.of("nodes=2"),
        List.of("safety"),
        Optional.of("nothing is flushed"),
        7,
        100,
        12,
        1,
        34_567,
        Optional.of(
            new Failure(
                9,
                List.of(new Violated("safety", 3 * MILLI, "n1 leads")),
                5,
                List.of("{at: 1ms, pause: n1, for: 2ms}"),
                true,
                "godmode simulate raft --seed 9")),
        List.of(
            new Distribution(
                "time of an operation",
                true,
                4,
                2.5e6,
                MILLI,
                MILLI,
                2 * MILLI,
                4 * MILLI,
                4 * MILLI,
                1_500 * MILLI,
                true,
                List.of(3, 0, 1))),
        "godmode simulate raft --seed 9",
        List.of("{at: 1ms, pause: n1, for: 2ms}"),
        new Timeline(
            List.of(name, "n2"),
            List.of(
                new Happening(Kind.MESSAGE, MILLI, 0, 1, 2 * MILLI, "Vote " + name),
                new Happening(Kind.LOST, MILLI, 1, 0, MILLI, "Vote"),
                new Happening(Kind.FAULT, 2 * MILLI, 1, 1, 2 * MILLI, "{pause: n2}"),
                new Happening(Kind.CHANGE, 3 * MILLI, 0, 0, 3 * MILLI, "leads in term 1"),
                new Happening(Kind.VIOLATION, 3 * MILLI, 0, 0, 3 * MILLI, "safety is violated")),
            false));
  }

  @Test
  void the_faults_of_a_run_are_a_file_of_their_own() {
    assertThat(LabText.schedule(report("n1")))
        .isEqualTo(
            """
            # Faults of godmode simulate raft --seed 9
            faults:
              - {at: 1ms, pause: n1, for: 2ms}
            """);
  }

  @Test
  void a_summary_has_what_went_wrong_the_faults_it_needs_and_a_chart() {
    assertThat(LabText.summary(report("n1"), ReportRequest.WHOLE))
        .isEqualTo(
            """
            raft: a log
              nodes=2
              mutant: nothing is flushed

            12 runs from seed 7, 34,567 events; stopped, 100 were asked for.
            Goes wrong in 1 of 12 runs.
            Checked: safety.

            The first run that goes wrong has seed 9
              safety, at 3.000 ms: n1 leads
              Of its 5 faults this one is enough; no fewer are:
              faults:
                - {at: 1ms, pause: n1, for: 2ms}
              godmode simulate raft --seed 9

                                                   p10        p50        p90       most
            time of an operation               1.00 ms    2.00 ms    4.00 ms    1.500 s
                 1.00 ms |█ ▃| 1.500 s    4 values, log scale
            """);
  }

  @Test
  void a_timeline_tells_every_kind_of_thing() {
    assertThat(LabText.timeline(report("n1"), ReportRequest.WHOLE))
        .endsWith(
            """
            Earlier messages are left out.
                      ms
                   1.000  n1 -> n2  Vote n1  (1.00 ms)
                   1.000  n2 -x n1  Vote  (lost)
                   2.000  fault {pause: n2}
                   3.000  n1 leads in term 1
                   3.000  safety is violated
            """);
  }

  @Test
  void a_sequence_diagram_has_an_arrow_for_each_message() {
    assertThat(Diagrams.mermaid(report("n1")))
        .isEqualTo(
            """
            sequenceDiagram
            participant p0 as n1
            participant p1 as n2
            p0->>p1: 1.000 ms#58; Vote n1
            p1-xp0: 1.000 ms#58; Vote
            Note over p1: 2.000 ms#58; #123;pause#58; n2#125;
            Note over p0: 3.000 ms#58; leads in term 1
            Note over p0: 3.000 ms#58; safety is violated
            """);
  }

  @Test
  void names_become_no_markup() throws Exception {
    String name = "<script>\"'&]]>\u001b[2J\u202e";
    String svg = Diagrams.svg(report(name));
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("script")
                .getLength())
        .isZero();
    assertThat(svg).contains("&lt;script&gt;").doesNotContain("\u001b", "\u202e");
    assertThat(Diagrams.mermaid(report("a\nb; c"))).doesNotContain("\nb;");
    assertThat(errors(LabJson.of(report(name)))).isEmpty();
  }

  @Test
  void the_document_is_valid_by_the_published_schema() throws IOException {
    assertThat(errors(LabJson.of(report("n1")))).isEmpty();
    assertThat(errors(LabJson.of(report("n1")).replace("\"runs\": 12", "\"runs\": -1"))).hasSize(1);
  }

  private static List<Error> errors(String document) throws IOException {
    String schema = Files.readString(Path.of("../docs/schema/laboratory.schema.json"));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("urn:godmode:laboratory:1", schema)))
        .getSchema(SchemaLocation.of("urn:godmode:laboratory:1"))
        .validate(document, InputFormat.JSON);
  }
}
