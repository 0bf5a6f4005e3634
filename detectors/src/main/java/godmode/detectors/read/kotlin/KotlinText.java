package godmode.detectors.read.kotlin;

import godmode.core.fact.Place;
import godmode.detectors.read.java.JavaText;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of a Kotlin file with its comments blanked, and where the quotes of texts stand. */
final class KotlinText {
  private static final String RAW = "\"\"\"";

  private final String path;
  private final char[] code;
  private final boolean[] quoted;
  private final int[] lineStarts;

  KotlinText(String path, String text) {
    this.path = path;
    this.code = text.toCharArray();
    this.quoted = new boolean[code.length];
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, code.length).filter(i -> code[i] == '\n').map(i -> i + 1))
            .toArray();
    int at = 0;
    while (at < code.length) {
      at = next(text, at);
    }
  }

  /** Blanks a comment or marks a text that begins here; gives where to go on. */
  private int next(String text, int at) {
    if (text.startsWith("//", at)) {
      return blank(at, end(text, "\n", at));
    }
    if (text.startsWith("/*", at)) {
      return blank(at, comment(text, at));
    }
    if (text.startsWith(RAW, at)) {
      int close = text.indexOf(RAW, at + RAW.length());
      return mark(at, close < 0 ? code.length : close + RAW.length());
    }
    if (code[at] == '"') {
      return mark(at, quote(at));
    }
    boolean character = code[at] == '\'' && at + 2 < code.length;
    if (character && code[at + 1] == '\\') {
      return Math.min(code.length, at + 4);
    }
    return character && code[at + 2] == '\'' ? at + 3 : at + 1;
  }

  /** Comments of Kotlin lie in each other. */
  private static int comment(String text, int from) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      if (text.startsWith("/*", at)) {
        depth++;
        at++;
      } else if (text.startsWith("*/", at)) {
        at++;
        if (--depth == 0) {
          return at + 1;
        }
      }
    }
    return text.length();
  }

  private static int end(String text, String of, int from) {
    int found = text.indexOf(of, from);
    return found < 0 ? text.length() : found;
  }

  private int quote(int from) {
    int at = from + 1;
    while (at < code.length && code[at] != '"' && code[at] != '\n') {
      at += code[at] == '\\' ? 2 : 1;
    }
    return Math.min(code.length, at + 1);
  }

  private int blank(int from, int to) {
    for (int i = from; i < to; i++) {
      code[i] = code[i] == '\n' ? '\n' : ' ';
    }
    return to;
  }

  private int mark(int from, int to) {
    Arrays.fill(quoted, from, to, true);
    return to;
  }

  /** Without comments; texts stay. */
  String code() {
    return new String(code);
  }

  /** Whether a character is part of a text in quotes. */
  boolean isQuoted(int at) {
    return quoted[at];
  }

  /** Where a character stands. */
  Place at(int index) {
    int found = Arrays.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    return new Place(path, line + 1, index - lineStarts[line] + 1);
  }

  /**
   * What a text in quotes says: {@code \$} is a dollar, and what a template puts in is not known.
   */
  static String said(String literal) {
    boolean raw = literal.startsWith(RAW) && literal.length() >= 2 * RAW.length();
    String inner =
        raw
            ? literal.substring(RAW.length(), literal.length() - RAW.length())
            : literal.substring(1, literal.length() - 1);
    String dollars = raw ? inner.replace("${'$'}", "\u0000") : inner.replace("\\$", "\u0000");
    return dollars
        .replaceAll("\\$\\{[^{}]*}|\\$[A-Za-z_]\\w*", "{}")
        .replace('\u0000', '$')
        .replace("\\\"", "\"")
        .replace("{}", JavaText.UNKNOWN);
  }
}
