package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command line that cannot be carried out says which word is wrong and what to write. */
class MisuseTest {
  private static void refused(String message, String... arguments) {
    Repository.Run run = Repository.run(arguments);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("godmode: " + message + "\n");
  }

  @Test
  void a_value_that_is_none_is_shown_with_those_that_are() {
    refused(
        "--color is 'blue'; write auto, always or never; 'godmode distributed --help' lists what"
            + " there is",
        "distributed",
        "--color",
        "blue");
    refused(
        "--set is 'reads'; write PATH=VALUE; 'godmode distributed --help' lists what there is",
        "distributed",
        "--set",
        "reads");
    refused(
        "Invalid value for option '--max-rounds': 'x' is not an int; 'godmode distributed --help'"
            + " lists what there is",
        "distributed",
        "--max-rounds",
        "x");
  }

  @Test
  void a_word_that_is_not_known_comes_with_the_nearest_one() {
    refused(
        "there is no option '--valdate'; did you mean --validate? 'godmode distributed --help'"
            + " lists what there is",
        "distributed",
        "--valdate");
    refused(
        "there is no command 'distribted'; did you mean distributed? 'godmode --help' lists what"
            + " there is",
        "distribted");
    refused("there is no argument 'b'; 'godmode rules --help' lists what there is", "rules", "b");
    refused("a path is for --on; add --on NAME, or leave out b", "explain", "single-copy", "b");
    refused(
        "no rule, technology or concept is named 'singel-copy'; did you mean single-copy? 'godmode"
            + " rules' lists the rules, 'godmode explain concepts' the concepts",
        "explain",
        "singel-copy");
  }

  @Test
  void decisions_that_are_open_are_listed_as_they_may_be_typed(@TempDir Path folder)
      throws IOException {
    Repository shop =
        new Repository(folder)
            .with(
                "compose.yaml",
                """
                services:
                  web:
                    image: acme/web:1
                    environment: {DATABASE_URL: "postgresql://db:5432/app"}
                  db: {image: "postgres:17"}
                  cache: {image: "redis:7"}
                """);

    Repository.Run json = shop.design("--no-input", "--dry-run", "--format", "json");
    assertThat(json.code()).isEqualTo(3);
    assertThat(json.err()).contains("  --set data.records.reads=latest|'stale-at-most 5s'|any\n");

    Repository.Run text = shop.design("--no-input", "--dry-run");
    assertThat(text.code()).isEqualTo(3);
    String both = text.out() + text.err();
    for (String path : List.of("cache.reads", "cache.partition", "records.reads")) {
      assertThat(both.split("--set data\\." + path + "=", -1)).as(path).hasSize(2);
    }
    assertThat(text.err().lines().filter(line -> line.startsWith("  ")))
        .allMatch(line -> line.length() <= 80);
  }
}
