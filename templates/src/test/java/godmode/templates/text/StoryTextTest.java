package godmode.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.report.Style;
import godmode.core.review.Counterexample;
import godmode.core.review.Counterexample.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTextTest {
  private static String story(int steps, String change, int columns) {
    List<Step> all = new ArrayList<>();
    for (int i = 1; i <= steps; i++) {
      all.add(new Step("node-" + i, "does thing " + i, "", change, false));
    }
    Page page = new Page(Style.PLAIN, columns);
    StoryText.print(
        new Counterexample("claim", all, "it is gone.", List.of(), 9, "0"), "  how", 9, page);
    return page.toString();
  }

  @Test
  void a_short_story_is_told_with_what_changes() {
    assertThat(story(2, "x = 1", 80))
        .isEqualTo(
            """
              how    1. node-1 does thing 1 [x = 1]
                     2. node-2 does thing 2 [x = 1]
                     So: it is gone.
            """);
  }

  @Test
  void a_longer_one_without() {
    assertThat(story(11, "a long change that takes a second line of the terminal anyway", 80))
        .doesNotContain("a long change")
        .satisfies(text -> assertThat(text.lines()).hasSize(12));
  }

  @Test
  void of_a_long_one_the_middle_is_left_out_and_the_end_is_kept() {
    assertThat(story(40, "", 80))
        .satisfies(text -> assertThat(text.lines()).hasSize(12))
        .contains("  how    1. node-1 does", "… 30 more …", "40. node-40 does", "So: it is gone.");
  }

  @Test
  void no_story_takes_more_lines_than_there_is_room() {
    for (int steps = 1; steps <= 60; steps++) {
      for (int columns : new int[] {60, 80, 132}) {
        assertThat(story(steps, "change " + "y".repeat(steps), columns).lines().count())
            .isLessThanOrEqualTo(13);
      }
    }
  }
}
