package godmode.detectors.read.variables;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env} files: {@code NAME=value}, with {@code export}, comments, quotes that may span
 * lines, and variables except in single quotes. A name alone takes its value from elsewhere.
 */
public final class EnvFile {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("^([ \\t]*(?:export[ \\t]+)?([A-Za-z_][\\w.\\-]*)[ \\t]*[=:][ \\t]*)(.*)$");
  private static final Pattern NAME_ALONE =
      Pattern.compile("^([ \\t]*(?:export[ \\t]+)?)([A-Za-z_][\\w.\\-]*)[ \\t]*$");
  private static final Pattern INLINE_COMMENT = Pattern.compile("(^|\\s)#.*$");

  private final String path;
  private final String[] lines;
  private final Variables outer;
  private final Map<String, Located> values = new LinkedHashMap<>();
  private int line;

  private EnvFile(SourceFile file, Variables outer) {
    this.path = file.path();
    this.lines = file.text().orElse("").split("\\r\\n|\\r|\\n", -1);
    this.outer = outer;
  }

  /**
   * Reads a file.
   *
   * @param outer variables that win over those of the file when values refer to them
   * @return values in the order of the file; a name alone has a null scalar
   */
  public static Map<String, Located> read(SourceFile file, Variables outer) {
    EnvFile reading = new EnvFile(file, outer);
    while (reading.line < reading.lines.length) {
      reading.readLine();
    }
    return reading.values;
  }

  private void readLine() {
    String text = lines[line];
    Matcher assignment = ASSIGNMENT.matcher(text);
    Matcher alone = NAME_ALONE.matcher(text);
    if (text.stripLeading().startsWith("#")) {
      line++;
    } else if (assignment.matches()) {
      Place place = new Place(path, line + 1, assignment.end(1) + 1);
      values.put(assignment.group(2), value(place, assignment.group(3)));
      line++;
    } else if (alone.matches()) {
      Place place = new Place(path, line + 1, alone.end(1) + 1);
      values.put(alone.group(2), Located.scalar(place, "", false));
      line++;
    } else {
      line++;
    }
  }

  private Located value(Place place, String rest) {
    if (rest.startsWith("'")) {
      return Located.scalar(place, quoted(rest, '\''), true);
    }
    if (rest.startsWith("\"")) {
      String inside = quoted(rest, '"').replace("\\n", "\n").replace("\\\"", "\"");
      return interpolated(Located.scalar(place, inside, true));
    }
    String plain = INLINE_COMMENT.matcher(rest).replaceFirst("").strip();
    return interpolated(Located.scalar(place, plain, true));
  }

  private Located interpolated(Located value) {
    return new Interpolation(outer.over(new Variables(values))).scalar(value);
  }

  /** The text up to the closing quote, which may be lines below; without one, the line's rest. */
  private String quoted(String rest, char quote) {
    StringBuilder text = new StringBuilder();
    String current = rest.substring(1);
    for (int next = line; ; ) {
      int end = closing(current, quote);
      if (end >= 0) {
        line = next;
        return text.append(current, 0, end).toString();
      }
      text.append(current).append('\n');
      next++;
      if (next >= lines.length) {
        return rest.substring(1);
      }
      current = lines[next];
    }
  }

  private static int closing(String text, char quote) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }
}
