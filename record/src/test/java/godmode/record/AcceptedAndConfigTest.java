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
            paths: {ignore: ["samples/**", "**/*.bak"]}
            environments:
              - {files: "deploy/live/**", name: prod}
            severities: {single-copy: info}
            fail-on: warning
            """);

    TreeMap<String, Severity> severities = new TreeMap<>();
    severities.put("single-copy", Severity.INFO);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.config())
        .isEqualTo(
            new Config(
                List.of("samples/**", "**/*.bak"),
                List.of(new Config.EnvironmentFiles("deploy/live/**", Environment.PRODUCTION)),
                severities,
                Optional.of("warning")));
    assertThat(reading.config().ignores("samples/shop/compose.yaml")).isTrue();
    assertThat(reading.config().ignores("old.bak")).isTrue();
    assertThat(reading.config().ignores("compose.yaml")).isFalse();
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
            "config.yaml:3: fail-on is 'fatal'; write one of error, warning, info, never");
  }
}
