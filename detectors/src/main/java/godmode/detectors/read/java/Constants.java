package godmode.detectors.read.java;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text constants of a repository by class and name, found without parsing. A name that several
 * classes of one name give different values is not known.
 */
final class Constants {
  private static final Pattern CONSTANT =
      Pattern.compile("\\bString\\s+([A-Z][A-Z0-9_]*)\\s*=\\s*\"((?:[^\"\\\\\\n]|\\\\.)*)\"\\s*;");
  private static final String AMBIGUOUS = "\u0000";

  private final Map<String, String> byName = new HashMap<>();

  /** Takes in the constants of a file. */
  void add(String path, String text) {
    if (!text.contains("String ")) {
      return;
    }
    String type = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    Matcher matcher = CONSTANT.matcher(text);
    while (matcher.find()) {
      String value = matcher.group(2);
      byName.merge(type + "." + matcher.group(1), value, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
    }
  }

  /** The value of {@code Type.NAME}. */
  Optional<String> get(String type, String name) {
    return Optional.ofNullable(byName.get(type + "." + name)).filter(v -> !v.equals(AMBIGUOUS));
  }
}
