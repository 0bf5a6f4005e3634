package godmode.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Place;
import godmode.core.report.Style;
import godmode.templates.Hostile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTextTest {
  @Test
  void a_place_is_shown_with_its_number_and_what_stands_there_is_underlined() {
    assertThat(frame("    MIN_ISR: 3  # of 3", 14))
        .isEqualTo(
            """
                   7 | MIN_ISR: 3  # of 3
                     |          ^
            """);
    assertThat(frame("  orders-db:", 3))
        .isEqualTo(
            """
                   7 | orders-db:
                     | ^^^^^^^^^
            """);
    assertThat(frame("  deploy: {replicas: 3, mode: x}", 11))
        .isEqualTo(
            """
                   7 | deploy: {replicas: 3, mode: x}
                     |         ^^^^^^^^^^^^^^^^^^^^^^
            """);
    assertThat(frame("  name: 'orders db' # quoted", 9))
        .isEqualTo(
            """
                   7 | name: 'orders db' # quoted
                     |       ^^^^^^^^^^^
            """);
    assertThat(frame("  @Scheduled(fixedRate = 5000)", 3))
        .isEqualTo(
            """
                   7 | @Scheduled(fixedRate = 5000)
                     | ^^^^^^^^^^
            """);
  }

  @Test
  void a_new_object_is_underlined_as_a_whole() {
    assertThat(frame("\t\treturn new RestTemplate();", 10))
        .isEqualTo(
            """
                   7 | return new RestTemplate();
                     |        ^^^^^^^^^^^^^^^^^^
            """);
    assertThat(frame("  a(new Order(1, items()), b);", 5))
        .isEqualTo(
            """
                   7 | a(new Order(1, items()), b);
                     |   ^^^^^^^^^^^^^^^^^^^^^
            """);
    assertThat(frame("  x = new Map<A, B>();", 7))
        .isEqualTo(
            """
                   7 | x = new Map<A, B>();
                     |     ^^^^^^^^^^^^^^^
            """);
    assertThat(frame("  newest: 3", 3))
        .isEqualTo(
            """
                   7 | newest: 3
                     | ^^^^^^
            """);
  }

  @Test
  void tabs_carriage_returns_and_wide_characters_keep_the_mark_below_its_word() {
    assertThat(frame("\tname:\t注文\tdb\r", 11))
        .isEqualTo(
            """
                   7 | name:  注文  db
                     |              ^^
            """);
  }

  @Test
  void a_long_line_is_shortened_around_the_place() {
    String line = "a".repeat(300) + " here " + "b".repeat(300);

    assertThat(frame(line, 302))
        .isEqualTo(
            "       7 | …"
                + "a".repeat(30)
                + " here "
                + "b".repeat(31)
                + "…\n         | "
                + " ".repeat(32)
                + "^^^^\n");
    for (int column = 1; column <= line.length() + 5; column++) {
      assertThat(frame(line, column).lines())
          .allSatisfy(shown -> assertThat(Page.width(shown)).isLessThanOrEqualTo(80));
    }
  }

  @Test
  void a_place_that_the_file_does_not_have_is_not_shown() {
    Page page = new Page(Style.PLAIN, 80);
    FrameText.print(new Place("a.yaml", 2, 1), file -> List.of("one"), 9, Page.Paint.NONE, page);
    FrameText.print(new Place("a.yaml", 1, 1), file -> List.of(), 9, Page.Paint.NONE, page);
    FrameText.print(new Place("a.yaml", 1, 1), file -> List.of(" "), 9, Page.Paint.NONE, page);
    FrameText.print(
        new Place("a.json", 1, 1), file -> List.of("x".repeat(4_001)), 9, Page.Paint.NONE, page);

    assertThat(page.toString()).isEmpty();
  }

  @Test
  void a_column_beyond_the_line_marks_its_beginning() {
    assertThat(frame("  short", 90))
        .isEqualTo(
            """
                   7 | short
                     | ^^^^^
            """);
  }

  @Test
  void the_line_of_a_hostile_file_cannot_act_on_the_terminal() {
    for (String name : Hostile.NAMES) {
      String shown = frame("x: " + name.replace("\n", "").replace("\r", ""), 4);
      assertThat(shown.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
          .as(name)
          .isEmpty();
      assertThat(shown).as(name).doesNotContain("\u202e");
      assertThat(shown.lines()).hasSize(2);
    }
  }

  @Test
  void a_password_is_not_printed_and_the_mark_stays_on_what_hides_it() {
    assertThat(frame("  url: postgresql://app:hunter2@db/orders", 8))
        .isEqualTo(
            """
                   7 | url: postgresql://***@db/orders
                     |      ^^^^^^^^^^^^^^^^^^^^^^^^^^
            """);
    assertThat(frame("  DB_PASSWORD: hunter2", 16))
        .isEqualTo(
            """
                   7 | DB_PASSWORD: ***
                     |              ^^^
            """);
  }

  /** A file whose seventh line it is. */
  private static String frame(String line, int column) {
    Page page = new Page(Style.PLAIN, 80);
    List<String> lines = List.of("", "", "", "", "", "", line);
    FrameText.print(new Place("a.yaml", 7, column), file -> lines, 9, Page.Paint.NONE, page);
    return page.toString();
  }
}
