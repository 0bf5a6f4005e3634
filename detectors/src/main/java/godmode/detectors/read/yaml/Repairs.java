package godmode.detectors.read.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;

/** Makes texts readable that other YAML parsers accept; lines stay, and columns nearly always. */
final class Repairs {
  private static final Pattern TAB_AFTER_INDICATOR = Pattern.compile("(?<=[:,\\-\\[{])[ \t]*\t");
  private static final Pattern TAB_AT_END = Pattern.compile("[ \t]*\t[ \t]*$", Pattern.MULTILINE);
  private static final Pattern MAVEN_TOKEN =
      Pattern.compile("(?<=[:\\-][ \t])([ \t]*)(@[\\w.\\-]+@[^\\s#'\"]*)", Pattern.MULTILINE);

  private Repairs() {}

  /** Control characters, mostly from Windows code pages, would make the whole file unreadable. */
  static String printable(String text) {
    StringBuilder clean = null;
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (int i = 0; i < body.length(); ) {
      int c = body.codePointAt(i);
      int width = Character.charCount(c);
      if (!StreamReader.isPrintable(c)) {
        if (clean == null) {
          clean = new StringBuilder(body);
        }
        for (int j = i; j < i + width; j++) {
          clean.setCharAt(j, '\uFFFD');
        }
      }
      i += width;
    }
    return clean == null ? body : clean.toString();
  }

  /** Another text to try after a parser's complaint; empty where nothing would change. */
  static Optional<String> after(String complaint, String text) {
    String repaired = text;
    if (complaint.contains("TAB") || complaint.contains("\\t")) {
      repaired = json(text) ? text.replace('\t', ' ') : withoutTabs(text);
    } else if (complaint.contains("'@'")) {
      repaired = MAVEN_TOKEN.matcher(text).replaceAll("$1\"$2\"");
    }
    return repaired.equals(text) ? Optional.empty() : Optional.of(repaired);
  }

  private static boolean json(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static String withoutTabs(String text) {
    String between =
        TAB_AFTER_INDICATOR.matcher(text).replaceAll(tabs -> " ".repeat(tabs.group().length()));
    return TAB_AT_END.matcher(between).replaceAll(tabs -> " ".repeat(tabs.group().length()));
  }
}
