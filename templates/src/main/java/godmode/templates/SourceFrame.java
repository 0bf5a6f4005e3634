package godmode.templates;

import godmode.core.fact.Place;
import godmode.core.report.SourceLines;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line that a place names, without its indentation, and what it points at. Secrets are hidden,
 * and characters that a terminal would act on are spelt out.
 *
 * @param cells what stands at each character
 * @param from the first cell that is pointed at
 * @param to the cell after the last one
 */
public record SourceFrame(List<String> cells, int from, int to) {
  private static final String HIDDEN = "***";

  /** A new object, as Java and JavaScript write it. */
  private static final Pattern NEW = Pattern.compile("new\\s+[\\p{L}_@]");

  /** A longer line is written by a program for a program, in characters. */
  private static final int LINE_MAX = 4_000;

  public SourceFrame {
    cells = List.copyOf(cells);
  }

  /** The frame of a place; nothing where the file cannot be shown. */
  public static Optional<SourceFrame> of(Place at, SourceLines sources) {
    List<String> lines = sources.of(at.file());
    return at.line() <= lines.size() && isShown(lines.get(at.line() - 1))
        ? of(lines, at)
        : Optional.empty();
  }

  private static boolean isShown(String line) {
    return !line.isBlank() && line.length() <= LINE_MAX;
  }

  private static Optional<SourceFrame> of(List<String> lines, Place at) {
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
    List<String> cells = new ArrayList<>();
    int from = 0;
    int to = 0;
    int next;
    for (int i = start; i < end; i = next) {
      next = i + Character.charCount(line.codePointAt(i));
      if (i == point) {
        from = cells.size();
      }
      if (!hidden.get(i)) {
        String c = line.substring(i, next);
        cells.add(c.equals("\t") ? "  " : Untrusted.line(c));
      } else if (i == start || !hidden.get(i - 1)) {
        cells.add(HIDDEN);
      }
      if (i == point && hidden.get(i)) {
        from = cells.size() - 1;
      }
      if (i < pointEnd) {
        to = cells.size();
      }
    }
    return cells.isEmpty() ? Optional.empty() : Optional.of(new SourceFrame(cells, from, to));
  }

  /** Where the word, the quoted text, the bracket or the new object ends that begins there. */
  private static int token(String line, int from, int end) {
    char first = line.charAt(from);
    if (NEW.matcher(line).region(from, end).lookingAt()) {
      return creation(line, from, end);
    }
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

  /** Where {@code new Order(1, items())} ends; an anonymous class is marked up to its brace. */
  private static int creation(String line, int from, int end) {
    int depth = 0;
    for (int at = from; at < end; at++) {
      char c = line.charAt(at);
      depth += "([<".indexOf(c) >= 0 ? 1 : ")]>".indexOf(c) >= 0 ? -1 : 0;
      if (depth < 0 || (depth == 0 && (c == ';' || c == ',' || c == '{'))) {
        return line.substring(0, at).stripTrailing().length();
      }
      if (depth == 0 && (c == ')' || c == ']')) {
        return at + 1;
      }
    }
    return end;
  }

  /** What stands before what is pointed at. */
  public String before() {
    return String.join("", cells.subList(0, from));
  }

  /** What is pointed at. */
  public String marked() {
    return String.join("", cells.subList(from, end()));
  }

  /** What stands behind it. */
  public String after() {
    return String.join("", cells.subList(end(), cells.size()));
  }

  private int end() {
    return Math.max(from, to);
  }
}
