package godmode.templates;

import java.util.Locale;

/**
 * Text that came from a repository, made safe for the place where it is printed.
 *
 * <p>A name can hold anything that YAML can: escape sequences that repaint a terminal, line ends
 * that forge a second line, characters that reverse the reading direction. They are shown, never
 * sent.
 */
public final class Untrusted {
  private Untrusted() {}

  /** One line in which control and direction characters are visible: {@code \n}, {@code \u001b}. */
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isInvisible(c)) {
                out.append(visible(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** A line of at most so many characters, cut with an ellipsis. */
  public static String clipped(String text, int charactersMax) {
    String line = line(text);
    if (line.codePointCount(0, line.length()) <= charactersMax) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, charactersMax - 1)) + "…";
  }

  /** Text for a paragraph or a table cell of a Markdown document: it is read as it is written. */
  public static String markdown(String text) {
    String line = line(text);
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\\', '`', '*', '[', ']', '|', '~', '$' -> out.append('\\').append(c);
        case '_' -> out.append(isInsideWord(line, i) ? "_" : "\\_");
        case '#', '+', '-', '=' -> out.append(i == 0 ? "\\" : "").append(c);
        case ':' -> out.append(line.startsWith("://", i) ? "&#58;" : ":");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A path as the target of a Markdown link. */
  public static String link(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (byte octet : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (isAsciiLetterOrDigit(c) || "-._~/".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  /** The inside of a quoted Mermaid label; whatever has a meaning there becomes an entity. */
  public static String mermaid(String text) {
    StringBuilder out = new StringBuilder(text.length());
    line(text)
        .codePoints()
        .forEach(
            c -> {
              if (c > 0x7e
                  || isAsciiLetterOrDigit((char) c)
                  || " -._/,()+=".indexOf((char) c) >= 0) {
                out.appendCodePoint(c);
              } else {
                out.append('#').append(c).append(';');
              }
            });
    return out.toString();
  }

  /** A value of a tab-separated file: tabs, line ends and backslashes are escaped. */
  public static String tsv(String text) {
    return line(text.replace("\\", "\\\\"));
  }

  private static boolean isInsideWord(String line, int at) {
    return at > 0
        && at + 1 < line.length()
        && Character.isLetterOrDigit(line.charAt(at - 1))
        && Character.isLetterOrDigit(line.charAt(at + 1));
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Control characters, line separators, lone surrogates, and what changes the direction. */
  public static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          c != 0x200d; // joins emoji
      default -> false;
    };
  }

  private static String visible(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          c > 0xffff
              ? String.format(Locale.ROOT, "\\U%08x", c)
              : String.format(Locale.ROOT, "\\u%04x", c);
    };
  }
}
