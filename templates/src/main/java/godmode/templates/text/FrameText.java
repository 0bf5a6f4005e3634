package godmode.templates.text;

import godmode.core.fact.Place;
import godmode.core.report.SourceLines;
import godmode.templates.Secrets;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The line that a place names, with its number, and what it points at underlined. Indentation is
 * left out, secrets are hidden, and of a long line the part around the place is shown.
 */
final class FrameText {
  private static final String HIDDEN = "***";

  /** What stands at a character is a few words; a longer underline says less. */
  private static final int UNDERLINE_MAX = 40;

  /** A longer line is written by a program for a program, in characters. */
  private static final int LINE_MAX = 4_000;

  private final List<String> cells = new ArrayList<>();
  private int from;
  private int to;

  private FrameText() {}

  /**
   * Prints two lines, or nothing where the file cannot be shown.
   *
   * @param gutter the column of the bar, counted from 0
   */
  static void print(Place at, SourceLines sources, int gutter, Page.Paint mark, Page page) {
    List<String> lines = sources.of(at.file());
    if (at.line() <= lines.size() && isShown(lines.get(at.line() - 1))) {
      of(lines, at).ifPresent(frame -> frame.print(at.line(), gutter, mark, page));
    }
  }

  private static boolean isShown(String line) {
    return !line.isBlank() && line.length() <= LINE_MAX;
  }

  private static Optional<FrameText> of(List<String> lines, Place at) {
    String line = lines.get(at.line() - 1);
    int start = 0;
    while (Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    int end = line.stripTrailing().length();
    int column = Math.min(at.column() - 1, line.codePointCount(0, line.length()));
    int point = Math.max(start, line.offsetByCodePoints(0, column));
    if (start >= end || point >= end) {
      point = start;
    }
    int pointEnd = token(line, point, end);
    BitSet hidden = Secrets.hidden(lines, at.line() - 1);
    FrameText frame = new FrameText();
    int next;
    for (int i = start; i < end; i = next) {
      next = i + Character.charCount(line.codePointAt(i));
      if (i == point) {
        frame.from = frame.cells.size();
      }
      if (!hidden.get(i)) {
        String c = line.substring(i, next);
        frame.cells.add(c.equals("\t") ? "  " : Untrusted.line(c));
      } else if (i == start || !hidden.get(i - 1)) {
        frame.cells.add(HIDDEN);
      }
      if (i == point && hidden.get(i)) {
        frame.from = frame.cells.size() - 1;
      }
      if (i < pointEnd) {
        frame.to = frame.cells.size();
      }
    }
    return frame.cells.isEmpty() ? Optional.empty() : Optional.of(frame);
  }

  /** Where the word, the quoted text or the bracket ends that begins there. */
  private static int token(String line, int from, int end) {
    char first = line.charAt(from);
    if (first == '"' || first == '\'') {
      int close = line.indexOf(first, from + 1);
      return close < 0 || close >= end ? end : close + 1;
    }
    int depth = 0;
    int at = from;
    for (; at < end; at++) {
      char c = line.charAt(at);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      boolean ends = Character.isWhitespace(c) || ",;()\"'<>".indexOf(c) >= 0;
      if (depth < 0 || (depth == 0 && ends && at > from)) {
        break;
      }
    }
    boolean isKey = at - 1 > from && line.charAt(at - 1) == ':';
    return isKey ? at - 1 : at;
  }

  private void print(int number, int gutter, Page.Paint mark, Page page) {
    int room = page.columns() - gutter - 2;
    int first = 0;
    int last = cells.size();
    if (width(0, last) > room) {
      first = windowStart(room);
      last = windowEnd(first, room);
    }
    String cut = first > 0 ? "…" : "";
    String shown = cut + String.join("", cells.subList(first, last));
    Page.Paint faint = page.ink()::faint;
    String margin = Integer.toString(number) + " ";
    String bar = faint.on(" ".repeat(Math.max(0, gutter - margin.length())) + margin + "|");
    page.raw(bar + " " + shown + (last < cells.size() ? "…" : ""));
    int until = Math.max(from + 1, Math.min(to, last));
    int before = cut.length() + width(first, from);
    int carets = Math.max(1, Math.min(UNDERLINE_MAX, width(from, until)));
    page.raw(
        faint.on(" ".repeat(Math.max(gutter, margin.length())) + "|")
            + " "
            + " ".repeat(before)
            + mark.on("^".repeat(carets)));
  }

  /** Where what is shown of a long line begins: as near the front as the place allows. */
  private int windowStart(int room) {
    int marked = Math.min(width(from, to), UNDERLINE_MAX);
    if (width(0, from) + marked + 1 <= room) {
      return 0;
    }
    int start = from;
    int before = Math.max(0, (room - marked) / 2);
    while (start > 0 && width(start - 1, from) + 1 <= before) {
      start--;
    }
    return start;
  }

  /** Where it ends, with an ellipsis on both sides where something is left out. */
  private int windowEnd(int first, int room) {
    int cut = first > 0 ? 1 : 0;
    int end = first;
    int used = cut;
    while (end < cells.size() && used + Page.width(cells.get(end)) + 1 <= room) {
      used += Page.width(cells.get(end));
      end++;
    }
    return Math.max(end, from + 1);
  }

  private int width(int start, int end) {
    return end <= start ? 0 : cells.subList(start, end).stream().mapToInt(Page::width).sum();
  }
}
