package godmode.templates.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import godmode.core.evidence.Environment;
import godmode.core.report.ReportRequest;
import godmode.core.review.Counterexample;
import godmode.core.review.Counterexample.Step;
import godmode.core.review.CounterexampleFinder.Limit;
import godmode.core.review.Search;
import godmode.core.review.Simulation;
import godmode.templates.Hostile;
import godmode.templates.Replay;
import godmode.templates.text.SimulationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one model showed, as text and as JSON. */
class SimulationReportsTest {
  private static final Search FOUND =
      new Search.Found(
          new Counterexample(
              "No write is lost.",
              List.of(
                  new Step("orders", "writes v1", "db-1", "db-1 = v1", false),
                  new Step("db-1", "loses its disk", "", "", true)),
              "v1 is gone.",
              List.of("1 write", "1 disk lost"),
              1234,
              "0.1"));

  private static Simulation of(Search end, String subject, Environment in) {
    return new Simulation("shop", "lost-write", subject, in, end);
  }

  private static String text(Search end) {
    Simulation simulation = of(end, "db", Environment.DEFAULT);
    return SimulationText.of(
        simulation, Replay.command(simulation, Map.of(), Map.of()), ReportRequest.WHOLE);
  }

  @Test
  void a_counterexample_is_told_whole() {
    assertThat(text(FOUND))
        .isEqualTo(
            """
            lost-write on db
              No write is lost.
              tried: 1 write, 1 disk lost

               1. orders writes v1 [db-1 = v1]
               2. db-1 loses its disk
               => v1 is gone.

            Goes wrong: no schedule of fewer steps does; 1,234 states were looked at.
            godmode simulate lost-write --on db --replay 0.1
            """);
  }

  @Test
  void what_holds_says_within_which_bounds() {
    assertThat(
            text(
                new Search.Exhausted(
                    "No write is lost.", List.of("1 write"), 7, List.of("a disk was lost"))))
        .isEqualTo(
            """
            lost-write on db
              No write is lost.
              tried: 1 write

            Holds: every schedule within these bounds was tried, 7 states, and none goes
            wrong.
            In some of them a disk was lost.
            It says nothing of what is outside the bounds, or of the code.
            """);
  }

  @Test
  void a_spent_budget_is_no_verdict() {
    assertThat(text(spent(Limit.WATCH)))
        .endsWith(
            """
            Not decided: stopped after 100 states; no schedule of fewer than 9 steps goes
            wrong. Nothing is known of longer ones.
            """);
    assertThat(text(spent(Limit.STATES)))
        .contains("Not decided: the limit of states was reached, after 100 states;");
    assertThat(text(spent(Limit.MEMORY)))
        .contains("Not decided: the limit of memory was reached, after 100 states;");
  }

  private static Search spent(Limit limit) {
    return new Search.BudgetSpent("No write is lost.", List.of("1 write"), 100, 9, limit);
  }

  @Test
  void a_claim_about_what_never_happens_is_called_empty() {
    assertThat(text(new Search.Exhausted("No write is lost.", List.of("1 write"), 7, List.of())))
        .contains("nothing of what the claim is about happens in any of them");
  }

  @Test
  void the_command_names_what_was_tried_and_is_safe_to_paste() {
    Simulation odd = of(FOUND, "o'db; rm", Environment.PRODUCTION);

    assertThat(Replay.command(odd, Map.of("members", "3"), Map.of("a.b", "c d")))
        .isEqualTo(
            "godmode simulate lost-write --on 'o'\\''db; rm' --env production --with members=3"
                + " --set 'a.b=c d'");
  }

  @Test
  void the_document_is_valid_by_the_published_schema() throws IOException {
    for (Search end :
        List.of(
            FOUND,
            new Search.Exhausted("c", List.of("b"), 7, List.of("r")),
            new Search.BudgetSpent("c", List.of("b"), 7, 3, Limit.MEMORY),
            new Search.NotModelled("no number"))) {
      for (String name : Hostile.NAMES) {
        assertThat(errors(SimulationJson.of(of(end, name, Environment.DEFAULT)))).isEmpty();
      }
    }
    assertThat(errors(SimulationJson.of(of(FOUND, "db", Environment.DEFAULT)).replace("0.1", "x")))
        .isNotEmpty();
  }

  private static List<Error> errors(String document) throws IOException {
    String schema = Files.readString(Path.of("../docs/schema/simulation.schema.json"));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("urn:godmode:simulation:1", schema)))
        .getSchema(SchemaLocation.of("urn:godmode:simulation:1"))
        .validate(document, InputFormat.JSON);
  }
}
