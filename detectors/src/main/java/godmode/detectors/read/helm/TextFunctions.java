package godmode.detectors.read.helm;

import static godmode.detectors.read.helm.Functions.text;
import static godmode.detectors.read.helm.NumberFunctions.whole;

import godmode.detectors.read.helm.Values.Unknown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that make texts of texts. */
final class TextFunctions {
  /** Longer results are not made, in characters. */
  private static final int LENGTH_MAX = 100_000;

  /** Longer expressions and texts are not tried, in characters. */
  private static final int PATTERN_MAX = 120;

  /** A repetition of a repetition, which may take Java's engine ages. */
  private static final Pattern NESTED = Pattern.compile(".*\\([^)]*[+*}][^)]*\\)[+*{].*");

  private static final Pattern VERB = Pattern.compile("%([-+ #0]*\\d*(?:\\.\\d+)?)([a-zA-Z%])");

  private TextFunctions() {}

  static Optional<Object> call(String name, List<Object> a) {
    Optional<Object> result = simple(name, a).or(() -> patterns(name, a));
    // To Go, nothing is no text: these functions refuse it, or print that it is nil.
    return result.isPresent() && a.stream().anyMatch(Values::isNothing)
        ? Optional.of(new Unknown(name + " is given a value that the chart does not set"))
        : result.map(TextFunctions::bounded);
  }

  private static Object bounded(Object value) {
    return value instanceof String text && text.length() > LENGTH_MAX
        ? new Unknown("it is longer than " + LENGTH_MAX + " characters")
        : value;
  }

  private static Optional<Object> simple(String name, List<Object> a) {
    return switch (name) {
      case "print", "println", "cat" ->
          Optional.of(
              String.join(name.equals("print") ? "" : " ", a.stream().map(Values::text).toList()));
      case "printf" -> Optional.of(printf(text(a, 0), a.subList(1, a.size())));
      case "toString", "trim" -> Optional.of(name.equals("trim") ? text(a, 0).strip() : text(a, 0));
      case "upper" -> Optional.of(text(a, 0).toUpperCase(Locale.ROOT));
      case "lower" -> Optional.of(text(a, 0).toLowerCase(Locale.ROOT));
      case "title" -> Optional.of(title(text(a, 0)));
      case "nospace" -> Optional.of(text(a, 0).replaceAll("\\s", ""));
      case "trimSuffix" -> Optional.of(withoutEnd(text(a, 1), text(a, 0)));
      case "trimPrefix" ->
          Optional.of(
              text(a, 1).startsWith(text(a, 0))
                  ? text(a, 1).substring(text(a, 0).length())
                  : text(a, 1));
      case "trimAll" -> Optional.of(trimmed(text(a, 1), text(a, 0)));
      case "trunc" -> Optional.of(truncated(text(a, 1), whole(a.get(0))));
      case "substr" -> Optional.of(part(text(a, 2), whole(a.get(0)), whole(a.get(1))));
      case "replace" -> Optional.of(text(a, 2).replace(text(a, 0), text(a, 1)));
      case "repeat" ->
          Optional.of(text(a, 1).repeat((int) Math.max(0, Math.min(1_000, whole(a.get(0))))));
      case "contains" -> Optional.of(text(a, 1).contains(text(a, 0)));
      case "hasPrefix" -> Optional.of(text(a, 1).startsWith(text(a, 0)));
      case "hasSuffix" -> Optional.of(text(a, 1).endsWith(text(a, 0)));
      case "b64enc" ->
          Optional.of(
              Base64.getEncoder().encodeToString(text(a, 0).getBytes(StandardCharsets.UTF_8)));
      case "snakecase" -> Optional.of(words(text(a, 0), "_"));
      case "kebabcase" -> Optional.of(words(text(a, 0), "-"));
      case "splitList", "split" -> Optional.of(split(name, text(a, 1), text(a, 0)));
      default -> Optional.empty();
    };
  }

  private static String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  private static String title(String text) {
    Matcher words = Pattern.compile("\\b\\w").matcher(text);
    return words.replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
  }

  private static String words(String text, String separator) {
    return text.replaceAll("([a-z0-9])([A-Z])", "$1" + separator + "$2")
        .replaceAll("[-_\\s]+", separator)
        .toLowerCase(Locale.ROOT);
  }

  private static String trimmed(String text, String characters) {
    int start = 0;
    int end = text.length();
    while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  private static String truncated(String text, long length) {
    int size = text.length();
    return length >= 0
        ? text.substring(0, (int) Math.min(size, length))
        : text.substring((int) Math.max(0, size + length));
  }

  private static String part(String text, long from, long to) {
    int start = (int) Math.max(0, Math.min(text.length(), from));
    int end = to < 0 ? text.length() : (int) Math.max(start, Math.min(text.length(), to));
    return text.substring(start, end);
  }

  /** {@code split} gives a map with {@code _0}, {@code _1} and so on as keys. */
  private static Object split(String name, String text, String separator) {
    List<String> parts =
        separator.isEmpty()
            ? List.of(text.split("", -1))
            : List.of(text.split(Pattern.quote(separator), -1));
    if (name.equals("splitList")) {
      return new ArrayList<Object>(parts);
    }
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      pairs.add("_" + i);
      pairs.add(parts.get(i));
    }
    return CollectionFunctions.dict(pairs);
  }

  private static Object printf(String format, List<Object> arguments) {
    StringBuilder out = new StringBuilder();
    Matcher verbs = VERB.matcher(format);
    int next = 0;
    while (verbs.find()) {
      String written = "%";
      if (!verbs.group(2).equals("%")) {
        if (next >= arguments.size()) {
          return new Unknown("printf has too few arguments");
        }
        written = formatted(verbs.group(1), verbs.group(2), arguments.get(next++));
      }
      verbs.appendReplacement(out, Matcher.quoteReplacement(written));
    }
    return verbs.appendTail(out).toString();
  }

  private static String formatted(String flags, String verb, Object value) {
    return switch (verb) {
      case "d" -> padded(flags, String.valueOf(whole(value)));
      case "q" -> {
        StringBuilder quoted = new StringBuilder();
        ValueText.quoted(Values.text(value), quoted);
        yield quoted.toString();
      }
      case "f" -> String.format(Locale.ROOT, "%f", NumberFunctions.decimal(value));
      default -> padded(flags, Values.text(value));
    };
  }

  private static String padded(String flags, String text) {
    Matcher width = Pattern.compile("(-?)(0?)([1-9]\\d?)").matcher(flags);
    if (!width.matches()) {
      return text;
    }
    String pad =
        (width.group(2).isEmpty() ? " " : "0")
            .repeat(Math.max(0, Integer.parseInt(width.group(3)) - text.length()));
    return width.group(1).isEmpty() ? pad + text : text + pad;
  }

  private static Optional<Object> patterns(String name, List<Object> a) {
    if (!name.contains("egex")) {
      return Optional.empty();
    }
    String pattern = text(a, 0);
    String in = text(a, 1);
    if (pattern.length() > PATTERN_MAX
        || in.length() > 10 * PATTERN_MAX
        || NESTED.matcher(pattern).matches()) {
      return Optional.of(new Unknown("its expression is too costly"));
    }
    try {
      Matcher matcher = Pattern.compile(pattern).matcher(in);
      return switch (name) {
        case "regexMatch", "mustRegexMatch" -> Optional.of(matcher.find());
        case "regexFind", "mustRegexFind" -> Optional.of(matcher.find() ? matcher.group() : "");
        case "regexReplaceAll", "mustRegexReplaceAll" ->
            Optional.of(matcher.replaceAll(text(a, 2).replaceAll("\\$\\{(\\d+)}", "\\$$1")));
        case "regexReplaceAllLiteral" ->
            Optional.of(matcher.replaceAll(Matcher.quoteReplacement(text(a, 2))));
        case "regexSplit" -> Optional.of(new ArrayList<Object>(List.of(in.split(pattern, -1))));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.of(new Unknown("its expression is not understood"));
    }
  }
}
