package godmode.templates.text;

import godmode.core.review.Counterexample;
import godmode.templates.Beat;
import java.util.ArrayList;
import java.util.List;

/** A counterexample in a few lines: what several nodes do alike is one, and the middle is cut. */
final class StoryText {
  /** Lines of the terminal, the end included. */
  private static final int LINES_MAX = 12;

  private StoryText() {}

  /**
   * Prints it beside a label.
   *
   * @param column where it begins
   */
  static void print(Counterexample how, String label, int column, Page page) {
    List<String> told = fitting(how, page.columns() - column);
    String first = label;
    for (String line : told) {
      page.item(page.ink()::faint, first, column, Page.Paint.NONE, line);
      first = "";
    }
    page.item(page.ink()::faint, "", column, page.ink()::strong, "So: " + how.ending());
  }

  /** With what changes, else without, else without the middle. */
  private static List<String> fitting(Counterexample how, int columns) {
    List<Beat> beats = Beat.of(how);
    int room = LINES_MAX - lines("So: " + how.ending(), columns);
    List<String> told = beats.stream().map(beat -> line(beat, true)).toList();
    if (total(told, columns) <= room) {
      return told;
    }
    told = beats.stream().map(beat -> line(beat, beat.isFault())).toList();
    return total(told, columns) <= room ? told : cut(told, room, columns);
  }

  /** Keeps the end, which shows what goes wrong, and as much of the beginning as there is room. */
  private static List<String> cut(List<String> told, int room, int columns) {
    int tail = told.size() - 1;
    int used = 1 + lines(told.get(tail), columns);
    while (tail > 1 && used + lines(told.get(tail - 1), columns) <= 1 + room / 2) {
      tail--;
      used += lines(told.get(tail), columns);
    }
    int head = 0;
    while (head < tail - 1 && used + lines(told.get(head), columns) <= room) {
      used += lines(told.get(head), columns);
      head++;
    }
    List<String> kept = new ArrayList<>(told.subList(0, head));
    kept.add("… " + (tail - head) + " more …");
    kept.addAll(told.subList(tail, told.size()));
    return kept;
  }

  private static String line(Beat beat, boolean changes) {
    String change = changes ? beat.change() : "";
    return beat.number() + ". " + beat.sentence() + (change.isEmpty() ? "" : " [" + change + "]");
  }

  private static int total(List<String> told, int columns) {
    return told.stream().mapToInt(line -> lines(line, columns)).sum();
  }

  private static int lines(String text, int columns) {
    return Page.lines(text, columns);
  }
}
