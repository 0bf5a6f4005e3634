package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People live with a finding, and say so in the file or in {@code .godmode/accepted.yaml}. */
class AcceptanceRunTest {
  private static final String SHARED =
      """
      name: shop
      services:
        orders:
          image: acme/orders
          environment:%s
            SPRING_DATASOURCE_URL: "jdbc:postgresql://db/orders"%s
        billing:
          image: acme/billing
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db/orders"}
        db: {image: "postgres:16", volumes: ["pg:/var/lib/postgresql/data"]}
      """;

  @TempDir private Path folder;

  private Repository.Run run(String above, String beside) throws IOException {
    return new Repository(folder)
        .with("compose.yaml", SHARED.formatted(above, beside))
        .validate("--format", "checkstyle", "--fail-on", "warning");
  }

  private static List<String> rules(Repository.Run run) {
    return run.out()
        .lines()
        .filter(line -> line.contains("source="))
        .map(line -> line.replaceAll(".*source=\"godmode.([a-z-]+)\".*", "$1"))
        .sorted()
        .toList();
  }

  @Test
  void a_comment_above_the_line_or_beside_it_accepts() throws IOException {
    assertThat(rules(run("", ""))).contains("shared-database");
    assertThat(rules(run("\n      # godmode:accept shared-database because one team\n", "")))
        .doesNotContain("shared-database");
    assertThat(rules(run("", " # godmode:accept shared-database because one team")))
        .doesNotContain("shared-database");
  }

  @Test
  void other_rules_and_other_lines_stay() throws IOException {
    assertThat(rules(run("\n      # godmode:accept single-copy because one team\n", "")))
        .contains("shared-database", "single-copy");
    Repository.Run elsewhere =
        new Repository(folder)
            .with(
                "compose.yaml",
                "# godmode:accept shared-database because one team\n" + SHARED.formatted("", ""))
            .validate("--format", "checkstyle");
    assertThat(rules(elsewhere)).contains("shared-database");
  }

  @Test
  void it_ends_with_its_day() throws IOException {
    String until = "\n      # godmode:accept shared-database until %s because one team\n";
    assertThat(rules(run(until.formatted("2026-11-21"), ""))).doesNotContain("shared-database");
    assertThat(rules(run(until.formatted("2026-11-20"), ""))).contains("shared-database");
  }

  @Test
  void a_comment_that_accepts_nothing_says_why() throws IOException {
    assertThat(run("\n      # godmode:accept shared-database\n", "").err())
        .contains("compose.yaml:6: this accepts nothing; write '# godmode:accept RULE because …'");
    assertThat(run("\n      # godmode:accept shared-databse because x\n", "").err())
        .contains("compose.yaml:6: no rule is named 'shared-databse'");
    assertThat(run("\n      # godmode:accept shared-database until soon because x\n", "").err())
        .contains("compose.yaml:6: 'soon' is no day; write it as 2027-01-31");
  }

  @Test
  void what_is_absent_is_accepted_in_the_file_of_acceptances() throws IOException {
    String volatileDb =
        SHARED.formatted("", "").replace(", volumes: [\"pg:/var/lib/postgresql/data\"]", "");
    Repository shop = new Repository(folder).with("compose.yaml", volatileDb);
    assertThat(rules(shop.validate("--format", "checkstyle"))).contains("volatile-store");

    shop.with(
        ".godmode/accepted.yaml",
        """
        - rule: volatile-store
          component: db
          because: it is filled from a fixture
          owner: team-orders
        """);
    assertThat(rules(shop.validate("--format", "checkstyle"))).doesNotContain("volatile-store");
    assertThat(shop.validate("--format", "sarif").out())
        .contains("\"justification\": \"it is filled from a fixture (team-orders)\"");
  }

  @Test
  void the_file_is_named_as_people_name_files() throws IOException {
    Repository shop = new Repository(folder).with("deploy/compose.yaml", SHARED.formatted("", ""));
    for (String path :
        List.of("deploy/compose.yaml", "./deploy/compose.yaml", "deploy/", "**/compose*.yaml")) {
      Repository.Run run = accepting(shop, path);

      assertThat(rules(run)).as(path).doesNotContain("shared-database");
      assertThat(run.err()).as(path).doesNotContain("accepts nothing");
    }
  }

  @Test
  void a_file_that_the_finding_does_not_point_at_is_told() throws IOException {
    Repository shop = new Repository(folder).with("compose.yaml", SHARED.formatted("", ""));
    Repository.Run run = accepting(shop, "docker-compose.yml");

    assertThat(rules(run)).contains("shared-database");
    assertThat(run.err())
        .contains(
            ".godmode/accepted.yaml:1: 'docker-compose.yml' accepts nothing: shared-database of db"
                + " points at compose.yaml");
    assertThat(accepting(shop, "/compose.yaml").err())
        .contains("path is '/compose.yaml'; write it relative to the reviewed directory");
  }

  private static Repository.Run accepting(Repository shop, String path) throws IOException {
    return shop.with(
            ".godmode/accepted.yaml",
            """
            - rule: shared-database
              path: "%s"
              because: one team
              owner: team-orders
            """
                .formatted(path))
        .validate("--format", "checkstyle", "--fail-on", "warning");
  }
}
