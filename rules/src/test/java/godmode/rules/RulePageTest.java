package godmode.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples on every rule's page: a page that lies fails the build. */
class RulePageTest {
  static final List<String> SECTIONS =
      List.of(
          "## What it checks",
          "## Why it matters",
          "## How to fix it",
          "## When to accept it",
          "## Examples");

  @TestFactory
  Stream<DynamicNode> every_example_on_every_page_is_true() throws IOException {
    List<DynamicNode> pages = new ArrayList<>();
    for (Rule rule : Rules.onClassPath()) {
      ExamplePage page = ExamplePage.of(rule.getClass());
      pages.add(
          dynamicContainer(
              Rules.name(rule),
              page.examples().stream()
                  .map(example -> dynamicTest(example.title(), () -> check(rule, example)))));
    }
    return pages.stream();
  }

  @TestFactory
  Stream<DynamicNode> every_page_has_its_sections_and_three_kinds_of_outcome() throws IOException {
    List<DynamicNode> pages = new ArrayList<>();
    for (Rule rule : Rules.onClassPath()) {
      ExamplePage page = ExamplePage.of(rule.getClass());
      pages.add(dynamicTest(Rules.name(rule), () -> checkShape(rule, page)));
    }
    return pages.stream();
  }

  private static void checkShape(Rule rule, ExamplePage page) {
    List<String> expected = new ArrayList<>(List.of("# " + Rules.name(rule)));
    expected.addAll(SECTIONS);
    assertThat(page.sections()).isEqualTo(expected);
    List<String> kinds =
        page.examples().stream()
            .flatMap(example -> example.outcomes().stream())
            .map(line -> line.replaceAll("[ :(].*", ""))
            .distinct()
            .toList();
    assertThat(kinds).contains("violated", "holds", "undecided");
    assertThat(page.examples().stream().map(ExamplePage.Example::title)).doesNotHaveDuplicates();
  }

  /** An expected line may leave out the reason of what holds or does not apply. */
  private static void check(Rule rule, ExamplePage.Example example) {
    List<String> actual =
        ExampleDesign.judge(rule, ExampleDesign.read(example.input())).stream()
            .map(RulePageTest::line)
            .toList();
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      String wanted = i < example.outcomes().size() ? example.outcomes().get(i) : "";
      boolean kindOnly = wanted.equals("holds") || wanted.equals("not applicable");
      boolean same = kindOnly && actual.get(i).startsWith(wanted + ": ");
      shown.add(same ? wanted : actual.get(i));
    }
    assertThat(shown).isEqualTo(example.outcomes());
  }

  private static String line(Outcome outcome) {
    return outcome.match(
        holds -> "holds: " + holds.because(),
        violated -> "violated (" + violated.severity().word() + "): " + violated.what(),
        undecided ->
            undecided.missing().stream()
                .map(missing -> missing.attribute().name())
                .collect(Collectors.joining(", ", "undecided: ", "")),
        notApplicable -> "not applicable: " + notApplicable.because());
  }
}
