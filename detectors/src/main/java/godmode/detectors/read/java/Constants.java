package godmode.detectors.read.java;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text constants of a repository by class and name, found without parsing. A name that several
 * classes of one name give different values is not known.
 */
final class Constants {
  private static final String KEYWORD = "String ";
  private static final String AMBIGUOUS = "\u0000";

  private final Map<String, String> byName = new HashMap<>();

  /** Takes in the constants of a file: {@code String NAME = "value";}. */
  void add(String path, String text) {
    String type = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    int at = text.indexOf(KEYWORD);
    while (at >= 0) {
      int from = at + KEYWORD.length();
      if (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1))) {
        add(type, text, from);
      }
      at = text.indexOf(KEYWORD, from);
    }
  }

  private void add(String type, String text, int from) {
    int name = blank(text, from);
    int nameEnd = name;
    while (nameEnd < text.length() && isOfName(text.charAt(nameEnd))) {
      nameEnd++;
    }
    int equal = blank(text, nameEnd);
    boolean named = nameEnd > name && Character.isUpperCase(text.charAt(name));
    if (!named || !is(text, equal, '=')) {
      return;
    }
    int open = blank(text, equal + 1);
    int close = is(text, open, '"') ? closing(text, open + 1) : -1;
    if (close < 0 || !is(text, blank(text, close + 1), ';')) {
      return;
    }
    byName.merge(
        type + "." + text.substring(name, nameEnd),
        text.substring(open + 1, close),
        (a, b) -> a.equals(b) ? a : AMBIGUOUS);
  }

  private static boolean isOfName(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean is(String text, int at, char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private static int blank(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The quote that ends a text on its line. */
  private static int closing(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\n') {
        return -1;
      }
      i += c == '\\' ? 1 : 0;
    }
    return -1;
  }

  /** The value of {@code Type.NAME}. */
  Optional<String> get(String type, String name) {
    return Optional.ofNullable(byName.get(type + "." + name)).filter(v -> !v.equals(AMBIGUOUS));
  }
}
