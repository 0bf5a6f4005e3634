package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit code for each severity and each flag, and the sentence that goes with it. */
class EndingTest {
  private static final List<String> LEVELS = List.of("error", "warning", "info", "never");

  @TempDir private Path folder;
  private Repository shop;

  @BeforeEach
  void a_repository_whose_worst_finding_is_an_error() throws IOException {
    shop =
        new Repository(folder)
            .with(
                "compose.yaml",
                """
                name: shop
                services:
                  etcd1:
                    image: quay.io/coreos/etcd:v3.5.0
                    command: etcd --name etcd1 --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380
                  etcd2:
                    image: quay.io/coreos/etcd:v3.5.0
                    command: etcd --name etcd2 --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380
                  web:
                    image: acme/web:1
                    environment: {DATABASE_URL: "postgresql://db:5432/app"}
                  db: {image: "postgres:17"}
                  cache: {image: "redis:7"}
                """);
  }

  /** Ceilings, so that the worst finding is of that severity. */
  private void worst(String severity) throws IOException {
    shop.with(
        ".godmode/config.yaml",
        """
        schema: 1
        severities: {even-membership: %1$s, volatile-store: %1$s, single-copy: %1$s}
        """
            .formatted(severity));
  }

  private List<Integer> codes() {
    return LEVELS.stream().map(level -> shop.validate("--fail-on", level).code()).toList();
  }

  @Test
  void a_finding_fails_at_its_own_level_and_below() throws IOException {
    assertThat(codes()).containsExactly(1, 1, 1, 0);
    worst("warning");
    assertThat(codes()).containsExactly(0, 1, 1, 0);
    worst("info");
    assertThat(codes()).containsExactly(0, 0, 1, 0);
  }

  @Test
  void the_last_line_says_which_code_and_why() throws IOException {
    assertThat(shop.validate().out())
        .endsWith("Exit code 1: there are findings at or above --fail-on error.\n");
    assertThat(shop.validate("--fail-on", "never", "--open-questions", "allow").out())
        .contains("Exit code 0: nothing is at or above --fail-on never");
    worst("info");
    assertThat(shop.validate("--open-questions", "fail").out())
        .endsWith("Exit code 3: decisions are open.\n");
  }

  @Test
  void the_configuration_is_outweighed_by_the_command_line() throws IOException {
    shop.with(".godmode/config.yaml", "schema: 1\nfail-on: never\nopen-questions: fail\n");

    assertThat(shop.validate().code()).isEqualTo(3);
    assertThat(shop.validate("--open-questions", "allow").code()).isZero();
    assertThat(shop.validate("--fail-on", "error").code()).isEqualTo(1);
  }

  @Test
  void input_that_is_unread_fails_only_where_that_is_asked_for() throws IOException {
    worst("info");
    shop.with("docker-compose.prod.yml", "services: {a: [");

    assertThat(shop.validate().code()).isZero();
    assertThat(shop.validate("--strict").code()).isEqualTo(3);
    assertThat(shop.validate("--strict").out())
        .endsWith("Exit code 3: input could not be read, and --strict was asked for.\n");
  }

  @Test
  void what_cannot_be_written_is_a_usage_error_that_names_it() {
    Repository.Run report = shop.validate("--format", "json=/proc/godmode/review.json");
    assertThat(report.code()).isEqualTo(2);
    assertThat(report.err()).startsWith("godmode: cannot write /proc/godmode/review.json: ");

    Repository.Run baseline = shop.validate("--write-baseline", "--baseline", "/proc/known.json");
    assertThat(baseline.code()).isEqualTo(2);
    assertThat(baseline.err()).contains("cannot write /proc/known.json: ");
  }
}
