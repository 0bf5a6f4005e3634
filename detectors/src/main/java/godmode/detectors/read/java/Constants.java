package godmode.detectors.read.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text constants of a repository by type and name, found without parsing. One that several
 * types of one name give different values is known where one of them is nearest: in the package
 * that is meant, in the module that asks.
 */
final class Constants {
  private static final String KEYWORD = "String ";
  private static final int DEPTH_MAX = 10;
  private static final int PARTS_MAX = 50;
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record)\\s+([A-Z]\\w*)[^;{}\"]*\\{");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");

  private final Map<String, List<Constant>> byName = new HashMap<>();

  /**
   * A constant.
   *
   * @param file the name of the type that its file is called by
   * @param parts what is put together: texts in quotes, and names of other constants
   */
  private record Constant(
      String packageName, String folder, String type, String file, List<String> parts) {}

  /** Takes in the constants of a file: {@code String NAME = OTHER + "value";}. */
  void add(String path, String folder, String text) {
    int at = text.indexOf(KEYWORD);
    List<int[]> names = new ArrayList<>();
    while (at >= 0) {
      int from = at + KEYWORD.length();
      if (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1))) {
        int name = blank(text, from);
        int nameEnd = name;
        while (nameEnd < text.length() && isOfName(text.charAt(nameEnd))) {
          nameEnd++;
        }
        int equal = blank(text, nameEnd);
        boolean named = nameEnd > name && Character.isUpperCase(text.charAt(name));
        if (named && is(text, equal, '=')) {
          names.add(new int[] {name, nameEnd, equal + 1});
        }
      }
      at = text.indexOf(KEYWORD, from);
    }
    if (!names.isEmpty()) {
      add(path, folder, text, names);
    }
  }

  private void add(String path, String folder, String text, List<int[]> names) {
    String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    Matcher written = PACKAGE.matcher(text);
    String packageName = written.find() ? written.group(1) : "";
    List<Inner> inner = inner(text, file);
    for (int[] name : names) {
      List<String> parts = parts(text, name[2]);
      if (!parts.isEmpty()) {
        String type =
            inner.stream()
                .filter(i -> i.holds(name[0]))
                .reduce((a, b) -> b)
                .map(Inner::name)
                .orElse(file);
        Constant found = new Constant(packageName, folder, type, file, parts);
        byName
            .computeIfAbsent(text.substring(name[0], name[1]), unused -> new ArrayList<>())
            .add(found);
      }
    }
  }

  /** A type inside of the one that the file is called by. */
  private record Inner(String name, int from, int to) {
    boolean holds(int at) {
      return from < at && at < to;
    }
  }

  private static List<Inner> inner(String text, String file) {
    List<Inner> found = new ArrayList<>();
    Matcher type = TYPE.matcher(text);
    while (type.find()) {
      if (!type.group(1).equals(file)) {
        found.add(new Inner(type.group(1), type.end(), closing(text, type.end())));
      }
    }
    return found;
  }

  /** The brace that closes one that is open; braces in texts and comments are not counted. */
  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        int end = quote(text, i + 1);
        i = end < 0 ? i : end;
      } else if (text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i);
        i = end < 0 ? text.length() : end;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** The texts and names of a sum, up to its semicolon; empty if it is anything else. */
  private static List<String> parts(String text, int from) {
    List<String> found = new ArrayList<>();
    int at = blank(text, from);
    while (at < text.length() && found.size() < PARTS_MAX) {
      int end;
      if (text.charAt(at) == '"') {
        int close = quote(text, at + 1);
        if (close < 0) {
          return List.of();
        }
        end = close + 1;
      } else {
        end = at;
        while (end < text.length() && isOfPath(text.charAt(end))) {
          end++;
        }
        if (end == at) {
          return List.of();
        }
      }
      found.add(text.substring(at, end));
      at = blank(text, end);
      if (is(text, at, ';')) {
        return List.copyOf(found);
      }
      if (!is(text, at, '+')) {
        return List.of();
      }
      at = blank(text, at + 1);
    }
    return List.of();
  }

  private static boolean isOfPath(char c) {
    return c == '.' || Character.isJavaIdentifierPart(c);
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
  private static int quote(String text, int from) {
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

  /**
   * The value of {@code Type.NAME}.
   *
   * @param packageName of the type, if the file that asks tells it; else empty
   * @param folder of the module that asks
   */
  Optional<String> get(String type, String name, String packageName, String folder) {
    return get(type, name, packageName, folder, 0);
  }

  private Optional<String> get(
      String type, String name, String packageName, String folder, int depth) {
    if (depth > DEPTH_MAX) {
      return Optional.empty();
    }
    List<Constant> of = Optional.ofNullable(byName.get(name)).orElse(List.of());
    List<Constant> meant = of.stream().filter(one -> one.type().equals(type)).toList();
    if (meant.isEmpty()) {
      meant = of.stream().filter(one -> one.file().equals(type)).toList();
    }
    if (!packageName.isEmpty()) {
      meant = meant.stream().filter(one -> one.packageName().equals(packageName)).toList();
    }
    List<Constant> near = meant.stream().filter(one -> one.folder().equals(folder)).toList();
    List<String> values =
        (near.isEmpty() ? meant : near)
            .stream().map(one -> value(one, depth).orElse("")).distinct().toList();
    return values.size() == 1 && !values.get(0).isEmpty()
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  private Optional<String> value(Constant constant, int depth) {
    StringBuilder text = new StringBuilder();
    for (String part : constant.parts()) {
      if (part.startsWith("\"")) {
        text.append(part, 1, part.length() - 1);
        continue;
      }
      String[] names = part.split("\\.", -1);
      String name = names[names.length - 1];
      Optional<String> value =
          names.length > 1
              ? get(names[names.length - 2], name, "", constant.folder(), depth + 1)
              : get(constant.type(), name, constant.packageName(), constant.folder(), depth + 1)
                  .or(
                      () ->
                          get(
                              constant.file(),
                              name,
                              constant.packageName(),
                              constant.folder(),
                              depth + 1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      text.append(value.get());
    }
    return Optional.of(text.toString());
  }
}
