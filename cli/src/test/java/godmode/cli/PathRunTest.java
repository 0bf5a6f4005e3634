package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a repository is reviewed: which formats name files from where. */
class PathRunTest {
  private static final String WHOLE = "services/shop/compose.yaml";

  @TempDir private Path folder;
  private Repository shop;

  @BeforeEach
  void a_part_of_a_repository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    shop =
        new Repository(folder.resolve("services/shop"))
            .with(
                "compose.yaml",
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
                """)
            .with(
                ".godmode/accepted.yaml",
                "- {rule: single-copy, component: db, because: a trial, owner: ops}\n");
  }

  private String printed(String format) {
    return shop.validate("--format", format).out();
  }

  @Test
  void what_is_shown_in_a_repository_is_told_from_its_root() {
    assertThat(printed("github")).contains("::warning file=" + WHOLE + ",line=");
    assertThat(printed("gitlab")).contains("\"path\": \"" + WHOLE + "\"");
    assertThat(printed("sarif"))
        .contains("\"uri\": \"" + WHOLE + "\"", "\"uri\": \"services/shop/.godmode/accepted.yaml\"")
        .doesNotContain("\"uri\": \"compose.yaml\"");
  }

  @Test
  void everything_else_is_told_from_the_reviewed_directory() {
    for (String format : new String[] {"json", "text", "markdown", "junit", "checkstyle"}) {
      assertThat(printed(format)).as(format).contains("compose.yaml").doesNotContain("services/");
    }
  }
}
