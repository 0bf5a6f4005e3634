package godmode.detectors.settings;

import godmode.core.fact.Place;
import godmode.detectors.read.xml.XmlElement;
import godmode.detectors.read.xml.XmlReader;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes settings out of command lines and configuration files. */
public final class WrittenSettings {
  private WrittenSettings() {}

  /**
   * The options of a command line: {@code --key=value}, {@code --key value}, {@code -Dkey=value}
   * and {@code --override key=value}; a long option that nothing follows is {@code true}. A text
   * with blanks is taken for a shell's and split at them.
   *
   * @param arguments the parts of a command, in order
   */
  public static List<WrittenSetting> ofArguments(List<Located> arguments) {
    List<WrittenSetting> words = new ArrayList<>();
    for (Located argument : arguments) {
      argument.text().ifPresent(text -> split(text, argument.textPlace(), words));
    }
    List<WrittenSetting> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      WrittenSetting word = words.get(i);
      String text = word.value();
      int equals = text.indexOf('=');
      boolean option = text.startsWith("-") && text.length() > 1;
      if (!option && equals <= 0) {
        continue;
      }
      String bare = text.startsWith("-D") ? text.substring(2) : text.replaceFirst("^-+", "");
      if (bare.indexOf('=') > 0) {
        int at = bare.indexOf('=');
        found.add(
            new WrittenSetting(bare.substring(0, at), unquoted(bare.substring(at + 1)), word.at()));
      } else if (i + 1 < words.size() && !words.get(i + 1).value().startsWith("-")) {
        WrittenSetting next = words.get(i + 1);
        found.add(new WrittenSetting(bare, unquoted(next.value()), next.at()));
      } else if (text.startsWith("--") && !bare.isEmpty()) {
        found.add(new WrittenSetting(bare, "true", word.at()));
      }
    }
    return found;
  }

  private static void split(String text, Place at, List<WrittenSetting> into) {
    if (!text.contains(" ") && !text.contains("\n")) {
      into.add(new WrittenSetting("", text, at));
      return;
    }
    int line = 0;
    for (String row : text.split("\n", -1)) {
      for (String word : row.replace("\\", " ").trim().split("\\s+", -1)) {
        if (!word.isEmpty()) {
          into.add(
              new WrittenSetting("", word, new Place(at.file(), at.line() + line, at.column())));
        }
      }
      line++;
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /**
   * The settings of a file: YAML, JSON and the XML of data grids as keys with dots, all else line
   * by line as {@code key=value}, {@code key: value} or {@code key value}.
   *
   * @param fileName tells the format by its ending
   * @param start where the first character of the text stands
   */
  public static List<WrittenSetting> ofFile(String fileName, String text, Place start) {
    String name = fileName.toLowerCase(Locale.ROOT);
    List<WrittenSetting> found = new ArrayList<>();
    if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
      YamlReader.read(start, text).roots().forEach(root -> flatten("", root, found));
      return found;
    }
    if (name.endsWith(".xml")) {
      found.addAll(ofXml(text, start));
      if (!found.isEmpty()) {
        return found;
      }
    }
    if (name.endsWith(".js")) {
      return List.of(new WrittenSetting(name, text, start)); // a script of mongosh
    }
    int line = 0;
    for (String row : text.split("\n", -1)) {
      Place at = new Place(start.file(), start.line() + line, start.column());
      ofLine(row.strip(), at).ifPresent(found::add);
      line++;
    }
    return found;
  }

  /** The settings of a part of a document that was read already. */
  public static List<WrittenSetting> ofTree(Located root) {
    List<WrittenSetting> found = new ArrayList<>();
    flatten("", root, found);
    return found;
  }

  private static Optional<WrittenSetting> ofLine(String row, Place at) {
    if (row.isEmpty() || "#;!/[".indexOf(row.charAt(0)) >= 0) {
      return Optional.empty();
    }
    int end = 0;
    while (end < row.length() && "=: \t".indexOf(row.charAt(end)) < 0) {
      end++;
    }
    String value = row.substring(end).strip();
    if (value.startsWith("=") || value.startsWith(":")) {
      value = value.substring(1).strip();
    }
    return end == 0
        ? Optional.empty()
        : Optional.of(new WrittenSetting(row.substring(0, end), unquoted(value), at));
  }

  /** The settings of a data grid, as keys with dots; none where the XML is anything else. */
  public static List<WrittenSetting> ofXml(String text, Place start) {
    List<WrittenSetting> found = new ArrayList<>();
    XmlReader.read(start, text)
        .filter(root -> ofGrid(root.name()))
        .ifPresent(root -> flatten(root.name(), root, found));
    return found;
  }

  private static boolean ofGrid(String root) {
    return root.equals("hazelcast") || root.equals("infinispan");
  }

  /** Attributes become keys as elements do. */
  private static void flatten(String path, XmlElement element, List<WrittenSetting> into) {
    if (element.children().isEmpty()) {
      into.add(new WrittenSetting(path, element.text(), element.place()));
    }
    element
        .attributes()
        .forEach(
            (key, value) -> into.add(new WrittenSetting(path + "." + key, value, element.place())));
    element.children().forEach(child -> flatten(path + "." + child.name(), child, into));
  }

  private static void flatten(String path, Located value, List<WrittenSetting> into) {
    value.text().ifPresent(text -> into.add(new WrittenSetting(path, text, value.place())));
    for (Located.Entry entry : value.entries()) {
      flatten(path.isEmpty() ? entry.key() : path + "." + entry.key(), entry.value(), into);
    }
    if (!value.items().isEmpty() && value.items().stream().allMatch(Located::isScalar)) {
      List<String> items = value.items().stream().map(Located::written).toList();
      into.add(new WrittenSetting(path, String.join(",", items), value.place()));
    }
  }
}
