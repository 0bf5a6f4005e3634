package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainRunTest {
  @TempDir private Path folder;

  @BeforeEach
  void a_repository() throws IOException {
    new Repository(folder)
        .with(
            "compose.yaml",
            """
            name: shop
            services:
              web:
                image: acme/web:1
                environment: {DATABASE_URL: "postgresql://db:5432/app"}
              db: {image: "postgres:17"}
              kept: {image: "postgres:17", volumes: ["pg:/var/lib/postgresql/data"]}
            """);
  }

  private Repository.Run explained(String rule, String on) {
    return Repository.run("explain", rule, "--on", on, folder.toString());
  }

  @Test
  void it_says_why_a_rule_fired_and_why_not() {
    assertThat(explained("volatile-store", "db").out())
        .startsWith("volatile-store on db, in default: warning\n  db (PostgreSQL) has no volume")
        .contains("  compose.yaml:6  persistent = false  (compose-storage)\n");
    assertThat(explained("volatile-store", "kept").out())
        .startsWith("volatile-store on kept, in default: did not fire, because ")
        .contains("persistent = true");
  }

  @Test
  void what_it_did_not_judge_is_told_with_what_it_did() {
    Repository.Run web = explained("volatile-store", "web");

    assertThat(web.code()).isEqualTo(2);
    assertThat(web.err())
        .isEqualTo(
            "godmode: volatile-store judged nothing that is called 'web' in this repository; it"
                + " judged db, kept\n");
    assertThat(Repository.run("explain", "volatile-store", "x").err())
        .contains("a path is for --on");
  }
}
