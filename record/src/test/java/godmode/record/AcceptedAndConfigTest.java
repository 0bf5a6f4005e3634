package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.Environment;
import godmode.core.fact.Place;
import godmode.core.review.Acceptance;
import godmode.core.review.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AcceptedAndConfigTest {

  @Test
  void reads_an_acceptance_with_its_place() {
    Accepted.Reading reading =
        Accepted.read(
            "accepted.yaml",
            """
            # what we live with
            - rule: single-copy
              component: orders-db
              because: the nightly backup is enough for us
              owner: team-orders
              until: 2026-12-31
            """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.acceptances())
        .containsExactly(
            new Acceptance(
                "single-copy",
                Optional.of("orders-db"),
                Optional.empty(),
                Optional.empty(),
                "the nightly backup is enough for us",
                "team-orders",
                Optional.of(LocalDate.of(2026, 12, 31)),
                new Place("accepted.yaml", 2, 9)));
  }

  @Test
  void refuses_an_acceptance_without_reason_owner_or_a_real_date_and_keeps_the_others() {
    Accepted.Reading reading =
        Accepted.read(
            "accepted.yaml",
            """
            - rule: single-copy
              becuase: it is fine
              until: 2026-02-30
            - {rule: even-membership, because: a witness comes in May, owner: ops}
            """);

    assertThat(reading.problems().stream().map(RecordProblem::toString))
        .containsExactly(
            "accepted.yaml:1: item 1.because is missing; add it",
            "accepted.yaml:1: item 1.owner is missing; add it",
            "accepted.yaml:2: item 1 has no field 'becuase'; did you mean because?",
            "accepted.yaml:3: item 1.until is '2026-02-30'; write a date: 2026-01-31");
    assertThat(reading.acceptances().stream().map(Acceptance::rule))
        .containsExactly("even-membership");
  }

  @Test
  void an_empty_file_accepts_nothing() {
    assertThat(Accepted.read("accepted.yaml", "# nothing yet\n"))
        .isEqualTo(new Accepted.Reading(List.of(), List.of()));
  }

  @Test
  void reads_the_configuration() {
    Config.Reading reading =
        Config.read(
            "config.yaml",
            """
            schema: 1
            paths: {review: ["{compose,old}*", "samples/**"], ignore: ["samples/**", "**/*.bak"]}
            environments:
              - {files: "deploy/live/**", name: prod}
            severities: {single-copy: info}
            fail-on: warning
            open-questions: fail
            baseline: .godmode/known.json
            """);

    TreeMap<String, Severity> severities = new TreeMap<>();
    severities.put("single-copy", Severity.INFO);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.config())
        .isEqualTo(
            new Config(
                List.of("{compose,old}*", "samples/**"),
                List.of("samples/**", "**/*.bak"),
                List.of(new Config.EnvironmentFiles("deploy/live/**", Environment.PRODUCTION)),
                severities,
                Optional.of("warning"),
                Optional.of("fail"),
                Optional.of(".godmode/known.json")));
    assertThat(reading.config().reviews("compose.yaml")).isTrue();
    assertThat(reading.config().reviews("samples/shop/compose.yaml")).isFalse();
    assertThat(reading.config().reviews("old.bak")).isFalse();
    assertThat(reading.config().reviews("k8s/kafka.yaml")).isFalse();
    assertThat(Config.NONE.reviews("k8s/kafka.yaml")).isTrue();
    assertThat(reading.config().environmentOf("deploy/live/kafka.yaml"))
        .contains(Environment.PRODUCTION);
    assertThat(reading.config().environmentOf("deploy/kafka.yaml")).isEmpty();
  }

  @Test
  void refuses_a_configuration_that_it_does_not_know() {
    assertThat(
            Config.read(
                    "config.yaml",
                    """
                    paths: {ignore: ["[a"], ignored: []}
                    environments: [{files: "a/**"}]
                    fail-on: fatal
                    open-question: allow
                    open-questions: no
                    baseline: ../known.json
                    """)
                .problems()
                .stream()
                .map(RecordProblem::toString))
        .containsExactly(
            "config.yaml:1: schema is missing; add 'schema: 1'",
            "config.yaml:1: paths.ignore.0 is '[a'; close the brackets of the pattern: samples/**,"
                + " **/*.{yml,yaml}",
            "config.yaml:1: paths has no field 'ignored'; did you mean ignore?",
            "config.yaml:2: environments.0.name is missing; add it",
            "config.yaml:3: fail-on is 'fatal'; write one of error, warning, info, never",
            "config.yaml:4: there is no section 'open-question'; did you mean open-questions?",
            "config.yaml:5: open-questions is 'no'; write one of allow, fail",
            "config.yaml:6: baseline is '../known.json'; write a path below the reviewed"
                + " directory: .godmode/baseline.json");
  }
}
