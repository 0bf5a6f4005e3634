package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.catalog.Catalog;
import godmode.catalog.Concept;
import godmode.catalog.Concepts;
import godmode.core.catalog.Technology;
import godmode.core.review.Rules;
import godmode.templates.code.Pattern;
import godmode.templates.code.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class ExplainTest {
  private static final java.util.regex.Pattern GENERATE =
      java.util.regex.Pattern.compile("`godmode generate ([a-z0-9 -]+)`");

  @Test
  void a_technology_comes_with_its_defaults_risks_and_sources() {
    Run run = Run.of("explain", "Apache Kafka");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("# kafka\n\nApache Kafka: broker")
        .contains("\n## Defaults that endanger something\n\n- `")
        .contains("min.insync.replicas", "; risk: data-loss. ", "\n  source: ")
        .doesNotContain("null", "Optional");
    assertThat(Run.of("explain", "kafka").out()).isEqualTo(run.out());
  }

  @Test
  void every_technology_has_a_page_that_marks_what_nobody_checked() {
    List<Technology> all = Catalog.load().all();
    int marked = 0;
    for (Technology technology : all) {
      String page = Run.of("explain", technology.id()).out();
      assertThat(page).as(technology.id()).contains(technology.name());
      assertThat(page).as(technology.id()).doesNotContain("\n\n\n").doesNotContain("Optional[");
      marked += page.contains("(unverified") ? 1 : 0;
    }
    assertThat(all).hasSizeGreaterThan(150);
    assertThat(marked).isGreaterThan(20);
  }

  @Test
  void a_name_that_nothing_has_comes_with_the_nearest_rule() {
    Run run = Run.of("explain", "even-membreship");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean even-membership?");
  }

  @Test
  void a_concept_is_found_under_each_of_its_names() {
    Run run = Run.of("explain", "fencing-token");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("# Fencing token\n")
        .contains("- `unfenced-lock`", "## Sources");
    for (String name : List.of("Fencing Token", "fencing_token", "STONITH", "epoch")) {
      assertThat(Run.of("explain", name).out()).as(name).isEqualTo(run.out());
    }
  }

  @Test
  void every_concept_names_rules_that_exist_and_sources() {
    List<Concept> all = Concepts.load().all();
    List<String> rules = Rules.onClassPath().stream().map(Rules::name).toList();
    int named = 0;
    for (Concept concept : all) {
      List<String> lines = concept.page().lines().toList();
      assertThat(lines).as(concept.id()).contains("## Sources");
      int most = lines.contains("## Decide") ? 2600 : 1800;
      assertThat(concept.page().length()).as(concept.id()).isBetween(400, most);
      for (String line : lines) {
        if (line.startsWith("- `")) {
          assertThat(rules).as(concept.id()).contains(line.substring(3, line.length() - 1));
          named++;
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(30);
    assertThat(named).isGreaterThan(60);
  }

  @Test
  void a_page_of_a_decision_has_a_table_and_numbers_and_names_patterns_that_exist() {
    List<Concept> decisions =
        Concepts.load().all().stream().filter(one -> one.page().contains("## Decide")).toList();
    assertThat(decisions).hasSizeGreaterThanOrEqualTo(9);
    List<String> patterns = Patterns.onClassPath().stream().map(Pattern::name).toList();
    int named = 0;
    for (Concept decision : decisions) {
      assertThat(decision.page())
          .as(decision.id())
          .contains("\n|---|---|\n", "## Numbers", "## What is given up", "## Then");
      Matcher commands = GENERATE.matcher(decision.page());
      while (commands.find()) {
        for (String name : commands.group(1).split(" ", -1)) {
          assertThat(patterns).as(decision.id()).contains(name);
          named++;
        }
      }
    }
    assertThat(named).isGreaterThan(15);
  }

  @Test
  void no_two_concepts_share_a_name_and_none_hides_behind_a_rule_or_a_technology() {
    List<String> names = new ArrayList<>();
    for (Concept concept : Concepts.load().all()) {
      names.add(concept.id());
      concept.aliases().forEach(alias -> names.add(alias.toLowerCase(Locale.ROOT)));
    }
    assertThat(names).doesNotHaveDuplicates();
    Rules.onClassPath().forEach(rule -> assertThat(names).doesNotContain(Rules.name(rule)));
    Catalog.load().all().forEach(one -> assertThat(names).doesNotContain(one.id()));
  }

  @Test
  void a_name_that_nothing_has_comes_with_the_nearest_technology_or_concept() {
    assertThat(Run.of("explain", "kafak").err()).contains("did you mean kafka?");
    assertThat(Run.of("explain", "linearizabilty").err()).contains("did you mean linearizability?");
    Run nothing = Run.of("explain", "zzzzzzzzzz");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err())
        .contains("no rule, technology or concept is named 'zzzzzzzzzz'")
        .contains("'godmode explain concepts'")
        .doesNotContain("did you mean");
  }
}
