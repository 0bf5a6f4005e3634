package godmode.rules;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.design.Design;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every rule; each sweep says how many it swept. */
class RuleSweepTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "godmode", "rules");
  private static final int RULES = 66;
  private static final Pattern BANNED_NAME =
      Pattern.compile("(avoid|use|missing|prefer)-.*|.*(manager|helper|util|handler).*");
  private static final Pattern SENTENCES = Pattern.compile("[A-Z`].*[.!?]", Pattern.DOTALL);

  @Test
  void every_rule_class_is_registered() throws IOException {
    List<String> written = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        if (Files.readString(file).contains("implements Rule.")) {
          written.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    List<String> registered =
        Rules.onClassPath().stream().map(rule -> rule.getClass().getSimpleName()).sorted().toList();
    assertThat(registered).isEqualTo(written.stream().sorted().toList());
    assertThat(registered).hasSizeGreaterThanOrEqualTo(RULES);
  }

  @Test
  void every_rule_stays_within_120_lines() throws IOException {
    int swept = 0;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(120);
        swept++;
      }
    }
    assertThat(swept).isGreaterThan(RULES);
  }

  @Test
  void every_name_is_a_hazard_that_somebody_can_accept() {
    List<Rule> rules = Rules.onClassPath();
    for (Rule rule : rules) {
      assertThat(Rules.name(rule)).doesNotMatch(BANNED_NAME);
      String title = Rules.card(rule).title();
      assertThat(title).as(Rules.name(rule)).doesNotEndWith(".");
      assertThat(Character.isLowerCase(title.charAt(0))).as(title).isTrue();
    }
    assertThat(rules).hasSizeGreaterThanOrEqualTo(RULES);
  }

  @Test
  void every_rule_names_two_sources_that_a_reader_can_check() {
    for (Rule rule : Rules.onClassPath()) {
      List<String> sources = List.of(Rules.card(rule).sources());
      assertThat(sources).as(Rules.name(rule)).hasSizeGreaterThanOrEqualTo(2);
      for (String source : sources) {
        boolean checkable = source.startsWith("https://") || source.matches(".*\\b(19|20)\\d\\d.*");
        assertThat(checkable).as(source).isTrue();
      }
    }
  }

  @Test
  void every_message_says_what_why_and_what_to_do() throws IOException {
    int swept = 0;
    for (Rule rule : Rules.onClassPath()) {
      ExamplePage page = ExamplePage.of(rule.getClass());
      for (ExamplePage.Example example : page.examples()) {
        Design design = ExampleDesign.read(example.input());
        List<String> subjects = ExampleDesign.subjects(rule, design);
        List<Outcome> outcomes = ExampleDesign.judge(rule, design);
        for (int i = 0; i < outcomes.size(); i++) {
          if (outcomes.get(i) instanceof Outcome.Violated violated) {
            checkProse(Rules.name(rule) + ": " + example.title(), violated);
            assertThat(violated.what()).contains(subjects.get(i));
            swept++;
          }
        }
      }
      assertThat(page.text().toLowerCase(Locale.ROOT)).doesNotContain("best practice");
    }
    assertThat(swept).isGreaterThanOrEqualTo(RULES);
  }

  private static void checkProse(String where, Outcome.Violated violated) {
    assertThat(violated.grounds()).as(where + ": facts to point at").isNotEmpty();
    String what = violated.what();
    assertThat(what).as(where).doesNotEndWith(".").doesNotContain("best practice");
    assertThat(Character.isUpperCase(what.charAt(0))).as(where + ": " + what).isFalse();
    assertThat(violated.because()).as(where).matches(SENTENCES).doesNotContain("best practice");
    assertThat(violated.fix()).as(where).matches(SENTENCES).doesNotContain("best practice");
  }
}
