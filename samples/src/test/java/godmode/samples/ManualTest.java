package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.catalog.Concept;
import godmode.catalog.Concepts;
import godmode.cli.Godmode;
import godmode.cli.ManPage;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.templates.code.PatternPage;
import godmode.templates.code.Patterns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program can print of the manual, it prints; {@code -Dgolden=accept} rewrites it. */
class ManualTest {
  private static final Path MANUAL = Path.of("../docs/manual");

  @Test
  void the_table_of_rules_is_what_the_program_prints() throws IOException {
    assertIsCommitted(MANUAL.resolve("rules.md"), printed("rules", "--format", "markdown"));
  }

  @Test
  void every_rule_has_the_page_that_explain_prints() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Rule rule : Rules.onClassPath()) {
      String file = Rules.name(rule) + ".md";
      expected.add(file);
      assertIsCommitted(
          MANUAL.resolve("rules").resolve(file), printed("explain", Rules.name(rule)));
    }
    assertThat(expected).hasSizeGreaterThanOrEqualTo(10);
    try (Stream<Path> pages = Files.list(MANUAL.resolve("rules"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void every_concept_has_the_page_that_explain_prints() throws IOException {
    assertIsCommitted(MANUAL.resolve("concepts.md"), printed("explain", "concepts"));
    List<String> expected = new ArrayList<>();
    for (Concept concept : Concepts.load().all()) {
      String file = concept.id() + ".md";
      expected.add(file);
      assertIsCommitted(MANUAL.resolve("concepts").resolve(file), printed("explain", concept.id()));
    }
    assertThat(expected).hasSizeGreaterThan(30);
    try (Stream<Path> pages = Files.list(MANUAL.resolve("concepts"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void the_patterns_are_told_on_a_page() throws IOException {
    assertIsCommitted(MANUAL.resolve("patterns.md"), PatternPage.of(Patterns.onClassPath()));
  }

  @Test
  void the_pages_for_man_are_printed_from_the_commands() throws IOException {
    Path folder = Path.of("../docs/man");
    Map<String, String> pages = ManPage.all();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertIsCommitted(folder.resolve(page.getKey()), page.getValue());
      assertThat(page.getValue().lines().filter(line -> line.startsWith(".")))
          .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B)( .*)?"));
    }
    assertThat(pages.get("godmode-distributed.1"))
        .contains(".SS Parts\n.TP\n.B \\-\\-cap\n", ".SH EXIT STATUS\n.TP\n.B 0\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
  }

  private static void assertIsCommitted(Path page, String printed) throws IOException {
    if ("accept".equals(System.getProperty("golden"))) {
      Files.createDirectories(page.toAbsolutePath().getParent());
      Files.writeString(page, printed);
    }
    assertThat(page).exists().content().isEqualTo(printed);
  }

  private static String printed(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(err),
            new Godmode.Surroundings(Clock.systemUTC(), false, false, ""),
            arguments);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    return out.toString();
  }
}
