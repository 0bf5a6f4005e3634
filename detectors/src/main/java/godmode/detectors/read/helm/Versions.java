package godmode.detectors.read.helm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Semantic versions and the constraints that templates put on them. */
final class Versions {
  private static final Pattern VERSION =
      Pattern.compile("v?(\\d{1,6})(?:\\.(\\d{1,6}|x|\\*))?(?:\\.(\\d{1,6}|x|\\*))?.*");
  private static final Pattern TERM = Pattern.compile("(>=|<=|!=|>|<|=|~|\\^)?\\s*(v?\\d\\S*)");

  private Versions() {}

  /** Major, minor and patch, by the names Sprig gives them. */
  static Map<String, Object> parts(String version) {
    long[] numbers = numbers(version);
    return CollectionFunctions.dict(
        List.of("Major", numbers[0], "Minor", numbers[1], "Patch", numbers[2]));
  }

  private static long[] numbers(String version) {
    Matcher matcher = VERSION.matcher(version.strip());
    long[] numbers = new long[3];
    if (matcher.matches()) {
      for (int i = 0; i < 3; i++) {
        String part = matcher.group(i + 1);
        numbers[i] = part == null || !part.matches("\\d+") ? 0 : Long.parseLong(part);
      }
    }
    return numbers;
  }

  /** Whether a version meets {@code ">=1.19-0 <2 || ~3.1"}; pre-releases count as releases. */
  static boolean fits(String constraint, String version) {
    long[] numbers = numbers(version);
    for (String alternative : constraint.split("\\|\\|", -1)) {
      boolean all = true;
      Matcher terms = TERM.matcher(alternative);
      while (terms.find()) {
        String sign = terms.group(1) == null ? "=" : terms.group(1);
        all &= holds(sign, numbers, terms.group(2));
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String sign, long[] version, String written) {
    long[] bound = numbers(written);
    int order = Arrays.compare(version, bound);
    return switch (sign) {
      case ">=" -> order >= 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      case "<" -> order < 0;
      case "!=" -> order != 0;
      case "~" -> order >= 0 && version[0] == bound[0] && version[1] == bound[1];
      case "^" -> order >= 0 && version[0] == bound[0];
      default -> isWritten(written, version);
    };
  }

  /** {@code 2.x.x} and {@code 2} leave the rest open. */
  private static boolean isWritten(String written, long[] version) {
    Matcher matcher = VERSION.matcher(written.strip());
    for (int i = 0; matcher.matches() && i < 3; i++) {
      String part = matcher.group(i + 1);
      if (part != null && part.matches("\\d+") && Long.parseLong(part) != version[i]) {
        return false;
      }
    }
    return true;
  }
}
