package godmode.detectors.read.helm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unknown values inside of texts: the reason between two characters of the private use area, which
 * no chart writes and every YAML parser accepts.
 */
final class Marks {
  private static final char OPEN = '\uE0A0';
  private static final char CLOSE = '\uE0A1';
  private static final Pattern MARK = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);

  private Marks() {}

  static String of(Values.Unknown unknown) {
    String reason = unknown.reason().replaceAll("[^\\w ./$|()-]", "_");
    return OPEN + reason + CLOSE;
  }

  static boolean isIn(String text) {
    return text.indexOf(OPEN) >= 0;
  }

  /** Why a text is not known. */
  static Optional<String> reason(String text) {
    Matcher matcher = MARK.matcher(text);
    if (matcher.find()) {
      return Optional.of(matcher.group(1));
    }
    return isIn(text) ? Optional.of("part of it is not known") : Optional.empty();
  }

  /** A text with its unknown parts shown as dots. */
  static String shown(String text) {
    return MARK.matcher(text).replaceAll("…");
  }
}
