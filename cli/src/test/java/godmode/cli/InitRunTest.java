package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team switches the check on with one command. */
class InitRunTest {
  private static final String SHARED =
      """
      name: shop
      services:
        orders:
          image: acme/orders
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db/orders"}
        billing:
          image: acme/billing
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db/orders"}
        db: {image: "postgres:16"}
      """;
  private static final String CONFIG = ".godmode/config.yaml";
  private static final String BASELINE = ".godmode/baseline.json";

  @TempDir private Path folder;
  private Repository shop;

  @BeforeEach
  void a_repository_with_findings() throws IOException {
    shop = new Repository(folder).with("compose.yaml", SHARED);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.startsWith(".git/"))
          .sorted()
          .toList();
    }
  }

  @Test
  void it_says_what_it_wrote_and_the_check_is_green_after_it() throws IOException {
    assertThat(shop.validate("--fail-on", "warning").code()).isEqualTo(1);

    Repository.Run init = shop.command("init");

    assertThat(init.err()).isEmpty();
    assertThat(init.code()).isZero();
    assertThat(init.out())
        .isEqualTo(
            """
            shop: 3 components from 1 file; environments: default

            wrote       .godmode/config.yaml
                        what is reviewed, and how strictly
            wrote       .godmode/baseline.json
                        the findings of today, which stop nothing: 3 warnings

            No CI file found; let yours run 'godmode distributed . --validate --no-input'.
            Commit these files. From now on 'godmode distributed --validate' fails for what
            is new.
            """);
    assertThat(files()).containsExactly(BASELINE, CONFIG, "compose.yaml");
    Repository.Run green = shop.validateInCi("--fail-on", "warning");
    assertThat(green.code()).isZero();
    assertThat(green.err()).contains("3 findings of before, by baseline .godmode/baseline.json;");
  }

  @Test
  void a_second_run_changes_nothing() throws IOException {
    shop.command("init");
    String config = shop.text(CONFIG);
    String baseline = shop.text(BASELINE);
    shop.with("compose.yaml", SHARED + "  other: {image: 'postgres:16'}\n");

    Repository.Run again = shop.command("init");

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("kept        " + CONFIG, "kept        " + BASELINE);
    assertThat(again.out()).doesNotContain("wrote");
    assertThat(shop.text(CONFIG)).isEqualTo(config);
    assertThat(shop.text(BASELINE)).isEqualTo(baseline);
  }

  @Test
  void a_dry_run_and_ci_write_nothing() throws IOException {
    Repository.Run dry = shop.command("init", "--dry-run");
    assertThat(dry.code()).isZero();
    assertThat(dry.out()).contains("would write .godmode/config.yaml", "Nothing was written");

    Repository.Run refused =
        Repository.run(true, Repository.NOW, List.of("init", folder.toString()));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("init is for people");
    assertThat(files()).containsExactly("compose.yaml");
  }

  @Test
  void a_configuration_of_people_is_kept_and_they_are_told_what_it_lacks() throws IOException {
    String own = "schema: 1\nfail-on: warning\n";
    shop.with(CONFIG, own);

    Repository.Run init = shop.command("init");

    assertThat(shop.text(CONFIG)).isEqualTo(own);
    assertThat(init.out())
        .contains(
            """
            for you     .godmode/config.yaml
                        add this line, so that known findings stop nothing:
                          baseline: .godmode/baseline.json
            """);
  }

  @Test
  void each_ci_system_gets_its_file_at_the_root_of_the_repository() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      shop.without("compose.yaml").with("services/shop/compose.yaml", SHARED);
      shop.with(".github/workflows/build.yml", "on: push\n");
      shop.with(".gitlab-ci.yml", "stages: [test]\n");
      shop.with(
          ".pre-commit-config.yaml",
          "repos:\n- repo: local\n  hooks:\n  - id: own\n    language: system\n");
      shop.with("Jenkinsfile", "pipeline {}\n");

      Repository.Run init =
          new Repository(folder.resolve("services/shop"))
              .command("init", "--from", "acme/godmode@v1.2");

      assertThat(init.code()).isZero();
      assertThat(files())
          .containsExactly(
              ".github/workflows/build.yml",
              ".github/workflows/godmode.yml",
              ".gitlab-ci.yml",
              ".gitlab/godmode.gitlab-ci.yml",
              ".pre-commit-config.yaml",
              "Jenkinsfile",
              "services/shop/.godmode/baseline.json",
              "services/shop/.godmode/config.yaml",
              "services/shop/compose.yaml");
      assertThat(shop.text(".github/workflows/godmode.yml"))
          .contains("uses: acme/godmode@v1.2\n", "path: services/shop\n");
      assertThat(shop.text(".gitlab/godmode.gitlab-ci.yml"))
          .contains(
              "https://github.com/acme/godmode/releases/download/v1.2\n",
              "distributed services/shop --validate");
      assertThat(init.out())
          .contains(
              """
              for you     .gitlab-ci.yml
                          include the job, if it is not yet:
                            include:
                              - local: .gitlab/godmode.gitlab-ci.yml
              for you     .pre-commit-config.yaml
                          add the hook below 'repos:':
                            - repo: https://github.com/acme/godmode
                              rev: v1.2
                              hooks:
                              - id: godmode
                                args: [services/shop]
              for you     Jenkinsfile
                          let a job run this:
                            godmode distributed services/shop --validate --no-input
              """);
      assertThat(shop.text(".gitlab-ci.yml")).isEqualTo("stages: [test]\n");
      assertThat(git.status().call().getConflicting()).isEmpty();
    }
  }

  @Test
  void without_a_publisher_no_workflow_is_written_that_could_not_run() throws IOException {
    shop.with(".github/workflows/build.yml", "on: push\n");

    Repository.Run init = shop.command("init");

    assertThat(init.out())
        .contains(
            """
            for you     .github/workflows/godmode.yml
                        is not written, because this build does not know who publishes it;
                        run again with:
                          godmode init . --from OWNER/NAME
            """);
    assertThat(files()).doesNotContain(".github/workflows/godmode.yml");
    Repository.Run refused = shop.command("init", "--from", "https://evil");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("write OWNER/NAME or OWNER/NAME@TAG");
  }

  @Test
  void a_hook_that_is_there_is_left_alone_and_one_that_lacks_is_told_of() throws IOException {
    shop.with(".pre-commit-config.yaml", "repos:\n- repo: x\n  hooks:\n  - id: godmode\n");
    assertThat(shop.command("init", "--from", "acme/godmode@v1.2").out())
        .contains("kept        .pre-commit-config.yaml\n")
        .doesNotContain("for you");

    shop.with(".pre-commit-config.yaml", "repos: []\n");
    assertThat(shop.command("init", "--from", "acme/godmode@v1.2").out())
        .contains(
            """
            for you     .pre-commit-config.yaml
                        give it a list with the hook:
                          repos:
                            - repo: https://github.com/acme/godmode
            """);
    assertThat(shop.command("init").out())
        .contains("has no hook of godmode, because", "godmode init . --from OWNER/NAME");
  }

  @Test
  void no_line_of_it_is_wider_than_a_terminal() throws IOException {
    shop.with(".github/workflows/build.yml", "on: push\n").with("Jenkinsfile", "pipeline {}\n");

    assertThat(shop.command("init").out().lines())
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void where_nothing_is_found_nothing_is_written() throws IOException {
    shop.without("compose.yaml");

    assertThat(shop.command("init").code()).isEqualTo(4);
    assertThat(files()).isEmpty();
  }

  @Test
  void nothing_is_written_through_links_or_over_what_is_in_the_way(@TempDir Path outside)
      throws IOException {
    Files.createSymbolicLink(folder.resolve(".godmode"), outside);
    Repository.Run linked = shop.command("init");
    assertThat(linked.code()).isEqualTo(2);
    assertThat(linked.err()).contains("leads out of the reviewed directory");
    assertThat(outside).isEmptyDirectory();

    Files.delete(folder.resolve(".godmode"));
    shop.with(".godmode", "");
    Repository.Run blocked = shop.command("init");
    assertThat(blocked.code()).isEqualTo(2);
    assertThat(blocked.err()).contains("is in the way; move it");
    assertThat(files()).containsExactly(".godmode", "compose.yaml");
  }
}
