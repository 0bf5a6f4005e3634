package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Baseline.Entry FIRST =
      new Baseline.Entry("f1", "disjoint-quorums", "orders", "orders", "compose.yaml");
  private static final Baseline.Entry SECOND =
      new Baseline.Entry("f2", "even-membership", "kafka", "kafka", "a \"b\" \\c.yaml");
  private static final Baseline.Entry WHOLE =
      new Baseline.Entry("f3", "undocumented-operations", "", "", "");

  @Test
  void one_finding_is_one_line_in_a_fixed_order() {
    assertThat(new Baseline("shop", 2, List.of(WHOLE, SECOND, FIRST, SECOND)).text())
        .isEqualTo(
            """
            {
              "schema": "godmode/baseline/1",
              "system": "shop",
              "unread": 2,
              "findings": [
                {"rule": "disjoint-quorums", "component": "orders", "subject": "orders", "path": "compose.yaml", "fingerprint": "f1"},
                {"rule": "even-membership", "component": "kafka", "subject": "kafka", "path": "a \\"b\\" \\\\c.yaml", "fingerprint": "f2"},
                {"rule": "undocumented-operations", "fingerprint": "f3"}
              ]
            }
            """);
  }

  @Test
  void what_is_written_is_read_again() {
    for (Baseline baseline :
        List.of(
            new Baseline("shop", 0, List.of()),
            new Baseline("shop", 2, List.of(FIRST, SECOND, WHOLE)))) {
      assertThat(Baseline.read("b.json", baseline.text()))
          .isEqualTo(new Baseline.Reading(baseline, List.of()));
    }
  }

  @Test
  void a_corrupt_file_is_a_problem_with_its_line() {
    String text = new Baseline("shop", 2, List.of(FIRST, SECOND)).text();

    assertThat(problems(text.replace("\"rule\": \"even-membership\", ", "")))
        .containsExactly("b.json:7: findings.1.rule is missing; add it");
    assertThat(problems(text.replace("baseline/1", "baseline/2")))
        .containsExactly(
            "b.json:2: schema is 'godmode/baseline/2'; did you mean godmode/baseline/1?"
                + " write one of godmode/baseline/1");
    assertThat(problems("<<<<<<< HEAD\n" + text))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("b.json:");
    assertThat(problems("")).isNotEmpty();
  }

  private static List<String> problems(String text) {
    return Baseline.read("b.json", text).problems().stream().map(RecordProblem::toString).toList();
  }
}
