package godmode.templates.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.Counterexample;
import godmode.core.review.Counterexample.Step;
import godmode.templates.Hostile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {
  private static Counterexample of(List<Step> steps) {
    return new Counterexample("claim", steps, "v1 is gone.", List.of("b"), 9, "0");
  }

  @Test
  void draws_who_reaches_whom_and_leaves_out_who_only_follows() {
    assertThat(
            SequenceDiagram.of(
                of(
                    List.of(
                        new Step("shop", "writes v1", "db-1", "", false),
                        new Step("db-1", "stores v1", "shop", "db-1 = v1", false),
                        new Step("db-2", "stores v1", "shop", "db-2 = v1", false),
                        new Step("db-1", "stops", "", "", true)))))
        .isEqualTo(
            """
            sequenceDiagram
              participant p1 as shop
              participant p2 as db-1
              p1->>p2: 1. writes v1
              p2->>p1: 2. stores v1#59; so does db-2 (db-1 =<br/>v1, db-2 = v1)
              Note over p2: ⚡ 4. stops
              Note over p1,p2: v1 is gone.
            """);
  }

  @Test
  void of_a_long_schedule_the_middle_is_left_out() {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      steps.add(new Step("n" + i, "does thing " + i, "", "", false));
    }

    List<String> lines = SequenceDiagram.of(of(steps)).lines().toList();

    assertThat(lines.stream().filter(line -> line.matches(".*: \\d+\\. does.*"))).hasSize(29);
    assertThat(lines).contains("  Note over p1,p29: 21 steps more");
    assertThat(lines.stream().filter(line -> line.contains("participant"))).hasSize(29);
  }

  @Test
  void no_name_becomes_syntax() {
    for (String name : Hostile.NAMES) {
      String diagram =
          SequenceDiagram.of(
              of(
                  List.of(
                      new Step(name, name, name + "2", name, false),
                      new Step("n", name, "", name, true))));

      assertThat(diagram.lines().skip(1))
          .as(name)
          .allMatch(
              line ->
                  line.matches(
                      "  (participant p\\d as [^:;\"'`{}<>%\\[\\]]*(#\\d+;[^:;\"'`{}<>%\\[\\]]*)*"
                          + "|(p\\d->>p\\d|Note over p\\d(,p\\d)?): [^:\"'`{}%\\[\\]]*)"));
      assertThat(diagram).as(name).doesNotContain("<s", "\u001b", "\u202e");
    }
  }
}
