package godmode.record;

import godmode.core.interview.Choices;
import godmode.record.ValueKind.Reads;
import godmode.record.ValueKind.Text;
import godmode.record.ValueKind.TextList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as YAML on one line, in quotes only where YAML or its readers need them. */
final class YamlWords {
  /** Safe in block and flow context: no indicator anywhere that could mean something. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}/…][\\p{L}\\p{N} ._/%+()<>=;…-]*(?<! )");

  /** Words that YAML 1.1 or 1.2 would take for something that is not a text. */
  private static final Pattern OTHER_TYPE =
      Pattern.compile(
          "(?i)null|true|false|yes|no|on|off|y|n|[-+.]?[0-9][0-9_]*(\\.[0-9_]*)?(e[-+]?[0-9]+)?"
              + "|0x[0-9a-f_]+|0o?[0-7_]+|\\.inf|\\.nan|\\d{4}-\\d{1,2}-\\d{1,2}.*");

  private YamlWords() {}

  static String key(String name) {
    return text(name);
  }

  static String value(ValueKind kind, String text) {
    if (kind instanceof TextList) {
      return TextList.split(text).stream()
          .map(YamlWords::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (kind instanceof Reads) {
      Matcher bound = Reads.BOUND.matcher(text);
      if (bound.matches()) {
        return "{" + Choices.STALE + ": " + bound.group(1).strip() + "}";
      }
    }
    if (kind instanceof Text) {
      return text(text);
    }
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  static List<String> items(String text) {
    return TextList.split(text).stream().map(YamlWords::text).toList();
  }

  static String text(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !OTHER_TYPE.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
