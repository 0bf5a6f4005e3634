package godmode.core.design;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a declared value stands: the keys down to it, joined by dots. A name that contains a dot or
 * a quote, or consists of digits, stands in double quotes: {@code
 * schedules."orders.cleanup".purpose}.
 */
public final class DeclaredPath {
  private DeclaredPath() {}

  /** A name as one key of a path, in quotes where it needs them. */
  public static String key(String name) {
    boolean digits = name.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits && name.indexOf('.') < 0 && name.indexOf('"') < 0) {
      return name;
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A pattern of the vocabulary, such as {@code data.*.reads}, for one name. */
  public static String of(String pattern, String name) {
    return pattern.replace("*", key(name));
  }

  /** The key below a path. */
  public static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The names along a path, without their quotes. */
  public static List<String> split(String path) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at <= path.length()) {
      int end = endOfKey(path, at);
      names.add(name(path.substring(at, end)));
      at = end + 1;
    }
    return names;
  }

  /** The first key of a path, as written there. */
  static String first(String path) {
    return path.substring(0, endOfKey(path, 0));
  }

  /** The name that a key stands for. */
  static String name(String key) {
    if (key.length() < 2 || !key.startsWith("\"") || !key.endsWith("\"")) {
      return key;
    }
    return key.substring(1, key.length() - 1).replace("\"\"", "\"");
  }

  private static int endOfKey(String path, int from) {
    boolean quoted = false;
    for (int i = from; i < path.length(); i++) {
      if (path.charAt(i) == '"') {
        quoted = !quoted;
      } else if (path.charAt(i) == '.' && !quoted) {
        return i;
      }
    }
    return path.length();
  }
}
