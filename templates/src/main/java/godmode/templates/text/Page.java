package godmode.templates.text;

import godmode.core.report.ReportRequest;
import godmode.core.report.Style;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text, as wide as the terminal where words allow it. All text goes through {@link
 * Untrusted}; only {@link Ink} adds escape sequences, after the text is measured.
 */
final class Page {
  /** A narrower terminal breaks lines by itself; on a wider one long lines are hard to read. */
  private static final int COLUMNS_MIN = 60;

  private static final int COLUMNS_MAX = 132;

  private final StringBuilder out = new StringBuilder();
  private final Ink ink;
  private final int columns;

  /**
   * @param columns of the terminal
   */
  Page(Style style, int columns) {
    this.ink = new Ink(style);
    this.columns = Math.max(COLUMNS_MIN, Math.min(COLUMNS_MAX, columns));
  }

  /** A page as it was asked for. */
  static Page of(ReportRequest request) {
    return new Page(request.style(), request.columns());
  }

  /** How wide it is. */
  int columns() {
    return columns;
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

  /** A line made of pieces that were measured and painted before. */
  Page raw(String text) {
    out.append(text).append('\n');
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
    return item(Paint.NONE, label, column, Paint.NONE, text);
  }

  /** A painted label and a painted paragraph that hangs beside it. */
  Page item(Paint ofLabel, String label, int column, Paint ofText, String text) {
    String first = Untrusted.line(label);
    int gap = first.isBlank() ? 0 : 1;
    int lead = Math.max(width(first) + gap, column);
    String beside = " ".repeat(lead - width(first));
    String before = first.isBlank() ? first : ofLabel.on(first);
    for (String line : wrap(Untrusted.line(text), columns - lead, columns - column)) {
      String words = line.stripTrailing();
      out.append(words.isEmpty() ? before : before + beside + ofText.on(words)).append('\n');
      before = "";
      beside = " ".repeat(column);
    }
    return this;
  }

  /** A paragraph in one colour. */
  Page paragraph(Paint paint, int indent, String text) {
    return item(Paint.NONE, "", indent, paint, text);
  }

  /** A paragraph. */
  Page paragraph(int indent, String text) {
    return item(" ".repeat(indent), indent, text);
  }

  Page append(String page) {
    out.append(page);
    return this;
  }

  /** How many lines a text takes. */
  static int lines(String text, int columns) {
    return wrap(Untrusted.line(text), columns, columns).size();
  }

  private static List<String> wrap(String text, int firstRoom, int otherRoom) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int room = firstRoom;
    for (String word : text.split(" ", -1)) {
      String space = " ";
      for (String piece : pieces(word, Math.min(firstRoom, otherRoom))) {
        if (line.length() > 0 && width(line) + space.length() + width(piece) > room) {
          lines.add(line.toString());
          line.setLength(0);
          room = otherRoom;
        }
        if (line.length() > 0) {
          line.append(space);
        }
        line.append(piece);
        space = "";
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** Alternatives that are too long for a line are broken behind a bar. */
  private static String[] pieces(String word, int room) {
    return width(word) <= room ? new String[] {word} : word.split("(?<=\\|)");
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

  /** The end of a text, as wide as fits; the file's name says more than its first folder. */
  static String tail(String text, int columns) {
    String line = Untrusted.line(text);
    if (width(line) <= columns) {
      return line;
    }
    int from = 0;
    while (from < line.length() && width(line.substring(from)) + 1 > columns) {
      from = line.offsetByCodePoints(from, 1);
    }
    int folder = line.indexOf('/', from);
    return "…" + line.substring(folder < 0 ? from : folder);
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
