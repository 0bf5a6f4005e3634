package godmode.catalog;

import godmode.core.catalog.Provenance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One mapping of a file. It knows which keys were asked for, so that others can be refused. */
final class Section {
  private final String path;
  private final Map<String, ?> values;
  private final Set<String> asked = new HashSet<>();

  Section(String path, Map<String, ?> values) {
    this.path = path;
    this.values = values;
  }

  /** What the reading makes of this section; refuses keys that it did not ask for. */
  <T> T as(Function<Section, T> reading) {
    T result = reading.apply(this);
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        throw new IllegalArgumentException("'" + path + key + "' is no key we know");
      }
    }
    return result;
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> missing(key));
  }

  Optional<String> optionalText(String key) {
    Object value = get(key);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    throw new IllegalArgumentException("'" + path + key + "' is not a single value");
  }

  /** Several values, or one without brackets; none when the key is absent. */
  List<String> texts(String key) {
    Object value = get(key);
    return value == null ? List.of() : texts(path + key, value);
  }

  /** A mapping from words to texts. */
  SortedMap<String, String> textByWord(String key) {
    SortedMap<String, String> texts = new TreeMap<>();
    optionalSection(key)
        .ifPresent(section -> section.values.keySet().forEach(k -> texts.put(k, section.text(k))));
    return texts;
  }

  /** A mapping from constants to several texts. */
  <E extends Enum<E>> SortedMap<E, List<String>> textsByConstant(Class<E> type, String key) {
    SortedMap<E, List<String>> texts = new TreeMap<>();
    optionalSection(key)
        .ifPresent(
            section ->
                section
                    .values
                    .keySet()
                    .forEach(k -> texts.put(constant(type, path + key, k), section.texts(k))));
    return texts;
  }

  OptionalInt number(String key) {
    Optional<String> text = optionalText(key);
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(key, text.get()));
  }

  List<Integer> numbers(String key) {
    return texts(key).stream().map(text -> number(key, text)).toList();
  }

  boolean flag(String key) {
    return optionalFlag(key).orElseThrow(() -> missing(key));
  }

  Optional<Boolean> optionalFlag(String key) {
    return optionalText(key)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw new IllegalArgumentException(
                          "'" + path + key + "' is '" + text + "'; write true or false");
                });
  }

  /** {@code object-store} and {@code PC/EC} to constants. */
  <E extends Enum<E>> E constant(Class<E> type, String key) {
    return constant(type, path + key, text(key));
  }

  <E extends Enum<E>> List<E> constants(Class<E> type, String key) {
    return texts(key).stream().map(word -> constant(type, path + key, word)).toList();
  }

  <T> Optional<T> optional(String key, Function<Section, T> reading) {
    return optionalSection(key).map(section -> section.as(reading));
  }

  <T> List<T> list(String key, Function<Section, T> reading) {
    Object value = get(key);
    List<T> results = new ArrayList<>();
    if (value instanceof List<?> sections) {
      for (Object section : sections) {
        results.add(section(key, section).as(reading));
      }
    } else if (value != null) {
      throw new IllegalArgumentException("'" + path + key + "' is not a list");
    }
    return results;
  }

  /** The three keys that every fact may carry. */
  Provenance provenance() {
    return new Provenance(
        texts("source"), optionalFlag("unverified").orElse(false), optionalText("unverified-part"));
  }

  private @Nullable Object get(String key) {
    asked.add(key);
    return values.get(key);
  }

  private Optional<Section> optionalSection(String key) {
    return Optional.ofNullable(get(key)).map(value -> section(key, value));
  }

  private Section section(String key, Object value) {
    if (value instanceof Map<?, ?> mapping) {
      Map<String, Object> byText = new TreeMap<>();
      mapping.forEach((k, v) -> byText.put(String.valueOf(k), v));
      return new Section(path + key + ".", byText);
    }
    throw new IllegalArgumentException("'" + path + key + "' is not a mapping");
  }

  private static List<String> texts(String path, Object value) {
    if (value instanceof String text) {
      return List.of(text);
    }
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> several) {
      for (Object one : several) {
        if (!(one instanceof String text)) {
          throw new IllegalArgumentException("'" + path + "' holds more than plain values");
        }
        texts.add(text);
      }
      return texts;
    }
    throw new IllegalArgumentException("'" + path + "' is not a list");
  }

  private int number(String key, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + path + key + "' is '" + text + "'; write a whole number", e);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String path, String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_').replace('/', '_');
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + path + "' is '" + word + "', no word we know", e);
    }
  }

  private IllegalArgumentException missing(String key) {
    return new IllegalArgumentException("'" + path + key + "' is missing");
  }
}
