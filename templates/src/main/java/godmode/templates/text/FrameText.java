package godmode.templates.text;

import godmode.core.fact.Place;
import godmode.core.report.SourceLines;
import godmode.templates.SourceFrame;
import java.util.List;

/**
 * The line that a place names, with its number, and what it points at underlined. Indentation is
 * left out, secrets are hidden, and of a long line the part around the place is shown.
 */
final class FrameText {
  /** What stands at a character is a few words; a longer underline says less. */
  private static final int UNDERLINE_MAX = 40;

  private final List<String> cells;
  private final int from;
  private final int to;

  private FrameText(SourceFrame frame) {
    this.cells = frame.cells();
    this.from = frame.from();
    this.to = frame.to();
  }

  /**
   * Prints two lines, or nothing where the file cannot be shown.
   *
   * @param gutter the column of the bar, counted from 0
   */
  static void print(Place at, SourceLines sources, int gutter, Page.Paint mark, Page page) {
    SourceFrame.of(at, sources)
        .ifPresent(frame -> new FrameText(frame).print(at.line(), gutter, mark, page));
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
