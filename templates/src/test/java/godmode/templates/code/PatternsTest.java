package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What patterns say of themselves is so. */
class PatternsTest {
  private static final List<Pattern> ALL = Patterns.onClassPath();

  @Test
  void the_mechanisms_that_are_told_are_those_that_can_be_left_out() throws IOException {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(18);
    for (Pattern pattern : ALL) {
      Set<String> kept = new HashSet<>();
      for (Flavour flavour : pattern.flavours()) {
        Set<String> here = Mechanisms.in(pattern, flavour);
        assertThat(here).as(pattern.name() + " in " + flavour.word()).isNotEmpty();
        kept.addAll(here);
      }
      assertThat(pattern.mechanisms())
          .as(pattern.name())
          .extracting(Pattern.Mechanism::name)
          .containsExactlyInAnyOrderElementsOf(kept);
    }
  }

  @Test
  void what_a_template_includes_is_searched_wherever_it_stands() {
    String template = "lock/postgres-lock/spring/lock.sql.ftl";

    assertThat(Mechanisms.resolved(template, "../lock.sql.ftl"))
        .isEqualTo("lock/postgres-lock/lock.sql.ftl");
    assertThat(Mechanisms.resolved(template, "beside.ftl"))
        .isEqualTo("lock/postgres-lock/spring/beside.ftl");
    assertThat(Mechanisms.resolved(template, "/consensus/node.ftl"))
        .isEqualTo("consensus/node.ftl");
  }

  @Test
  void every_pattern_has_a_name_of_its_own_and_a_line_that_says_what_it_does() {
    assertThat(ALL).extracting(Pattern::name).doesNotHaveDuplicates();
    for (Pattern pattern : ALL) {
      assertThat(pattern.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(pattern.about()).hasSizeLessThanOrEqualTo(72).doesNotEndWith(".");
    }
  }

  @Test
  void code_comes_with_tests_and_what_is_deployed_with_none() {
    for (Pattern pattern : ALL) {
      pattern
          .variants()
          .forEach(
              (flavour, variant) ->
                  assertThat(variant.files().stream().anyMatch(flavour::isTest))
                      .as(pattern.name() + " in " + flavour.word())
                      .isEqualTo(flavour.isCode()));
    }
  }

  @Test
  void a_recipe_is_in_the_package_of_its_theme() {
    ServiceLoader.load(Recipe.class)
        .forEach(
            recipe ->
                assertThat(recipe.getClass().getPackageName())
                    .isEqualTo("godmode.templates.code." + recipe.pattern().theme().folder()));
  }

  @Test
  void the_page_tells_what_happens_without_each_mechanism() {
    assertThat(PatternPage.of(ALL))
        .startsWith("# Patterns that can be generated\n")
        .contains("\n## Failures that stay small\n\n### bulkhead\n")
        .contains("| refuse when full | a callee that hangs takes every thread |\n");
  }
}
