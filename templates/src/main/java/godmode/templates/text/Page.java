package godmode.templates.text;

import godmode.core.report.Style;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text, at most 80 columns wide where words allow it. All text goes through {@link
 * Untrusted}; only {@link Ink} adds escape sequences, after the text is measured.
 */
final class Page {
  static final int WIDTH = 80;

  private final StringBuilder out = new StringBuilder();
  private final Ink ink;

  Page(Style style) {
    this.ink = new Ink(style);
  }

  /** What is done to a word or a line after it was measured. */
  @FunctionalInterface
  interface Paint {
    Paint NONE = text -> text;

    String on(String text);
  }

  Ink ink() {
    return ink;
  }

  Page blank() {
    out.append('\n');
    return this;
  }

  Page heading(String text) {
    out.append(ink.strong(Untrusted.line(text))).append('\n');
    return this;
  }

  /** A line that is not wrapped: a table row or a command. */
  Page line(String text) {
    return painted(Paint.NONE, text);
  }

  Page painted(Paint paint, String text) {
    out.append(paint.on(Untrusted.line(text).stripTrailing())).append('\n');
    return this;
  }

  /** A line whose first word is painted; the rest begins at a column. */
  Page labelled(Paint paint, String label, int column, String rest) {
    String word = Untrusted.line(label);
    out.append(paint.on(word)).append(" ".repeat(Math.max(1, column - width(word))));
    out.append(Untrusted.line(rest).stripTrailing()).append('\n');
    return this;
  }

  /** A label and a paragraph that hangs beside it. */
  Page item(String label, int column, String text) {
    String first = Untrusted.line(label);
    int gap = first.isBlank() ? 0 : 1;
    String lead = first + " ".repeat(Math.max(gap, column - width(first)));
    String rest = " ".repeat(column);
    for (String line : wrap(Untrusted.line(text), width(lead), column)) {
      out.append((lead + line).stripTrailing()).append('\n');
      lead = rest;
    }
    return this;
  }

  /** A paragraph. */
  Page paragraph(int indent, String text) {
    return item(" ".repeat(indent), indent, text);
  }

  Page append(String page) {
    out.append(page);
    return this;
  }

  private static List<String> wrap(String text, int firstColumn, int column) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int room = WIDTH - firstColumn;
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && width(line) + 1 + width(word) > room) {
        lines.add(line.toString());
        line.setLength(0);
        room = WIDTH - column;
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Columns on a terminal; East Asian characters and emoji take two. */
  static int width(CharSequence text) {
    return text.codePoints().map(Page::width).sum();
  }

  private static int width(int c) {
    if (c == 0x200d || Character.getType(c) == Character.NON_SPACING_MARK) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115f)
            || (c >= 0x2e80 && c <= 0xa4cf)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0x1f300 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd);
    return wide ? 2 : 1;
  }

  /** Text padded to a width; longer text is cut. */
  static String cell(String text, int columns) {
    String cut = Untrusted.clipped(text, columns);
    return cut + " ".repeat(Math.max(0, columns - width(cut)));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
