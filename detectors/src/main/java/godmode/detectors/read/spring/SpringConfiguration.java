package godmode.detectors.read.spring;

import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What holds in one application under certain profiles: each key once, placeholders replaced.
 *
 * <p>Keys are found in any of Spring's spellings. A value whose placeholder has neither a value nor
 * a default in the repository is unresolved, with the reason; what is known of it is replaced.
 */
public final class SpringConfiguration {
  private static final int NESTING_MAX = 20;

  private final List<String> profiles;
  private final Map<String, Property> byKey = new LinkedHashMap<>();
  private final Map<String, Located> variables;

  SpringConfiguration(
      List<String> profiles, List<Property> weakFirst, Map<String, Located> variables) {
    this.profiles = profiles;
    this.variables = variables;
    for (Property setting : weakFirst) {
      String key = RelaxedKey.of(setting.key());
      if (key.endsWith("[0]")) {
        // A stronger list replaces a weaker one as a whole.
        String list = key.substring(0, key.length() - 2);
        byKey.keySet().removeIf(known -> known.startsWith(list));
      }
      byKey.remove(key);
      byKey.put(key, setting);
    }
    variables.forEach(this::addVariable);
  }

  private void addVariable(String name, Located value) {
    if (!RelaxedKey.isVariable(name)) {
      return;
    }
    String flat = RelaxedKey.ofVariable(name);
    for (Map.Entry<String, Property> known : byKey.entrySet()) {
      if (RelaxedKey.ofVariable(known.getKey()).equals(flat)) {
        known.setValue(new Property(known.getValue().key(), value.place(), value));
        return;
      }
    }
    String key = RelaxedKey.keyOfVariable(name);
    byKey.put(key, new Property(key, value.place(), value));
  }

  /** The active profiles, the strongest last. */
  public List<String> profiles() {
    return profiles;
  }

  /** The value of a key, resolved or unresolved. */
  public Optional<Located> get(String key) {
    return property(key).map(Property::value);
  }

  /** The setting of a key, spelt as in the file, its value resolved or unresolved. */
  public Optional<Property> property(String key) {
    return Optional.ofNullable(byKey.get(RelaxedKey.of(key))).map(this::resolved);
  }

  /** The text of a key; empty if there is none or it is unresolved. */
  public Optional<String> text(String key) {
    return get(key).flatMap(Located::text).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The items of a list, written in one line with commas or with an index each. */
  public List<Located> list(String key) {
    List<Located> found = new ArrayList<>();
    property(key).ifPresent(setting -> found.addAll(split(setting.value())));
    for (int i = 0; found.size() == i; i++) {
      get(key + "[" + i + "]").ifPresent(found::add);
    }
    return found;
  }

  /** All settings, the weakest layer first, values resolved or unresolved. */
  public List<Property> settings() {
    return byKey.values().stream().map(this::resolved).toList();
  }

  /** The settings whose key begins so, in any spelling; end it with a dot. */
  public List<Property> below(String prefix) {
    String relaxed = RelaxedKey.of(prefix);
    return byKey.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(relaxed))
        .map(entry -> resolved(entry.getValue()))
        .toList();
  }

  private static List<Located> split(Located value) {
    if (!value.isScalar()) {
      return List.of(value);
    }
    List<Located> parts = new ArrayList<>();
    for (String part : value.written().split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(Located.scalar(value.place(), part.strip(), value.quoted()));
      }
    }
    return parts;
  }

  /** A text with its placeholders replaced; those that have no value stay. */
  public String replaced(String text) {
    return text.contains("${") ? replaced(text, 0, new ArrayList<>()) : text;
  }

  /** The settings that the placeholders of a text name, and those that these name in turn. */
  public List<Property> namedIn(String text) {
    List<Property> found = new ArrayList<>();
    namedIn(text, 0, found);
    return found;
  }

  private void namedIn(String text, int depth, List<Property> found) {
    int start = text.indexOf("${");
    while (start >= 0 && depth < NESTING_MAX) {
      int end = closing(text, start + 2);
      if (end < 0) {
        return;
      }
      String inner = text.substring(start + 2, end);
      int colon = separator(inner);
      String name = colon < 0 ? inner : inner.substring(0, colon);
      Optional<Property> named =
          Optional.ofNullable(variables.get(name))
              .map(value -> new Property(name, value.place(), value))
              .or(() -> setting(name));
      if (named.isPresent() && !found.contains(named.get())) {
        found.add(named.get());
        if (named.get().value().isScalar()) {
          namedIn(named.get().value().written(), depth + 1, found);
        }
      } else if (named.isEmpty() && colon >= 0) {
        namedIn(inner.substring(colon + 1), depth + 1, found);
      }
      start = text.indexOf("${", end);
    }
  }

  private Property resolved(Property setting) {
    Located value = setting.value();
    if (!value.isScalar() || !value.written().contains("${")) {
      return setting;
    }
    List<String> missing = new ArrayList<>();
    String text = replaced(value.written(), 0, missing);
    return setting.with(
        missing.isEmpty()
            ? Located.scalar(value.place(), text, value.quoted())
            : Located.unresolved(value.place(), text, missing.get(0)));
  }

  private String replaced(String text, int depth, List<String> missing) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int start = text.indexOf("${", at);
      int end = start < 0 ? -1 : closing(text, start + 2);
      if (end < 0) {
        break;
      }
      out.append(text, at, start);
      out.append(placeholder(text.substring(start + 2, end), depth, missing));
      at = end + 1;
    }
    return out.append(text.substring(Math.min(at, text.length()))).toString();
  }

  private String placeholder(String inner, int depth, List<String> missing) {
    if (depth >= NESTING_MAX) {
      missing.add("${" + inner + "} goes round in a circle");
      return "";
    }
    int colon = separator(inner);
    String name = replaced(colon < 0 ? inner : inner.substring(0, colon), depth + 1, missing);
    Optional<Located> value =
        Optional.ofNullable(variables.get(name))
            .or(() -> setting(name).map(Property::value))
            .or(() -> variable(name));
    if (value.isPresent() && value.get().isScalar()) {
      return replaced(value.get().written(), depth + 1, missing);
    }
    if (colon >= 0 && value.isEmpty()) {
      return replaced(inner.substring(colon + 1), depth + 1, missing);
    }
    missing.add(
        value
            .map(Located::reason)
            .orElse("${" + name + "} has neither a value nor a default in the repository"));
    return "${" + name + "}";
  }

  /** {@code ${SECRET}} means the variable, never a key {@code secret}, so case counts there. */
  private Optional<Property> setting(String name) {
    boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
    return Optional.ofNullable(byKey.get(RelaxedKey.of(name)))
        .filter(found -> !capitals || found.key().equals(name));
  }

  private Optional<Located> variable(String name) {
    String flat = RelaxedKey.ofVariable(name);
    return variables.entrySet().stream()
        .filter(entry -> RelaxedKey.ofVariable(entry.getKey()).equals(flat))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The colon in front of the default, not one inside a nested placeholder. */
  private static int separator(String inner) {
    int depth = 0;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      depth += inner.startsWith("${", i) ? 1 : c == '}' ? -1 : 0;
      if (c == ':' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
