package godmode.detectors.read.helm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Values as YAML and JSON texts. */
final class ValueText {
  /** Longer texts are not built, in characters. */
  private static final int LENGTH_MAX = 1_000_000;

  private static final int DEPTH_MAX = 100;

  /** Texts that every version of YAML reads as texts without quotes. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][\\w./-]*");

  private static final Pattern WORDS =
      Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|~|\\.inf|\\.nan");

  private ValueText() {}

  /** As {@code toYaml} writes it, without a line break at the end. */
  static String yaml(Object value) {
    StringBuilder out = new StringBuilder();
    yaml(value, 0, out);
    return out.toString().strip();
  }

  private static void yaml(Object value, int depth, StringBuilder out) {
    check(depth, out);
    String indent = " ".repeat(2 * depth);
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      new TreeMap<>(Values.asMap(map))
          .forEach(
              (key, item) -> {
                out.append(indent).append(scalar(key)).append(':');
                below(item, depth, out);
              });
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (Object item : list) {
        out.append(indent).append('-');
        below(item, depth, out);
      }
    } else {
      out.append(indent).append(json(value)).append('\n');
    }
  }

  private static void below(Object item, int depth, StringBuilder out) {
    boolean nested =
        (item instanceof Map<?, ?> map && !map.isEmpty())
            || (item instanceof List<?> list && !list.isEmpty());
    if (nested) {
      out.append('\n');
      yaml(item, depth + 1, out);
    } else if (item instanceof String text && isBlock(text)) {
      String indent = "\n" + " ".repeat(2 * depth + 2);
      boolean ends = text.endsWith("\n");
      String lines = ends ? text.substring(0, text.length() - 1) : text;
      out.append(ends ? " |" : " |-").append(indent).append(lines.replace("\n", indent));
      out.append('\n');
    } else {
      out.append(' ').append(item instanceof String text ? scalar(text) : json(item)).append('\n');
    }
  }

  /** Whether a block scalar can hold a text of several lines. */
  private static boolean isBlock(String text) {
    return text.contains("\n")
        && !Character.isWhitespace(text.charAt(0))
        && !text.endsWith("\n\n")
        && text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t');
  }

  /**
   * Single quotes rather than double ones, as Go has it: what is a template in a value stays one.
   */
  private static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches()) {
      return text;
    }
    return text.chars().allMatch(c -> c >= ' ') ? "'" + text.replace("'", "''") + "'" : json(text);
  }

  /** As {@code toJson} writes it, which is YAML, too. */
  static String json(Object value) {
    StringBuilder out = new StringBuilder();
    json(value, 0, out);
    return out.toString();
  }

  private static void json(Object value, int depth, StringBuilder out) {
    check(depth, out);
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      Values.asMap(map)
          .forEach(
              (key, item) -> {
                separate(out, '{');
                json(key, depth + 1, out);
                out.append(": ");
                json(item, depth + 1, out);
              });
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (Object item : list) {
        separate(out, '[');
        json(item, depth + 1, out);
      }
      out.append(']');
    } else if (value instanceof String text) {
      quoted(text, out);
    } else if (value instanceof Values.Unknown unknown) {
      out.append(Marks.of(unknown));
    } else {
      out.append(Values.isNothing(value) ? "null" : Values.text(value));
    }
  }

  private static void separate(StringBuilder out, char open) {
    if (out.charAt(out.length() - 1) != open) {
      out.append(", ");
    }
  }

  static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    out.append('"');
  }

  private static void check(int depth, StringBuilder out) {
    if (depth > DEPTH_MAX || out.length() > LENGTH_MAX) {
      throw new BadTemplate("a value is too large or too deep to be written", 1);
    }
  }
}
