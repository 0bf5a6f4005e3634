package godmode.detectors.read.helm;

import godmode.detectors.read.yaml.Located;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values templates compute with: texts, {@code Long}, {@code Double}, {@code Boolean}, lists,
 * maps with texts as keys, {@link #NOTHING}, and {@link Unknown}.
 */
final class Values {
  /** Go's nil: a value that nobody set. */
  static final Object NOTHING = Absent.NOTHING;

  private enum Absent {
    NOTHING;

    @Override
    public String toString() {
      return "nothing";
    }
  }

  /**
   * A value that cannot be computed from the repository.
   *
   * @param reason one clause
   */
  record Unknown(String reason) {}

  private Values() {}

  static boolean isNothing(Object value) {
    return value == NOTHING;
  }

  /** Whether a value lets {@code if} take its body: everything but what is empty or zero. */
  static boolean isTrue(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    return !isNothing(value);
  }

  static Object number(String text) {
    try {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return Long.valueOf(text.substring(2), 16);
      }
      return text.matches("[-+]?\\d{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return 0L;
    }
  }

  /** As Go prints it; maps and lists as YAML in one line, which nobody should rely on. */
  static String text(Object value) {
    if (isNothing(value)) {
      return "";
    }
    if (value instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? String.valueOf(number.longValue())
          : new BigDecimal(number.toString()).toPlainString();
    }
    return value instanceof Map<?, ?> || value instanceof List<?>
        ? ValueText.json(value)
        : value.toString();
  }

  /** What a YAML value is to a template. */
  static Object of(Located value) {
    if (value.isMapping()) {
      return map(value);
    }
    if (value.isSequence()) {
      List<Object> items = new ArrayList<>();
      value.items().forEach(item -> items.add(of(item)));
      return items;
    }
    if (value.isUnresolved()) {
      return new Unknown(value.reason());
    }
    if (value.isNull()) {
      return NOTHING;
    }
    if (value.quoted()) {
      return value.written();
    }
    Optional<Object> flag = value.flag().map(known -> (Object) known);
    return flag.or(() -> value.number().map(known -> (Object) known))
        .or(() -> value.decimal().map(known -> (Object) known.doubleValue()))
        .orElse(value.written());
  }

  /** A mapping's entries by key; of anything else, none. */
  static Map<String, Object> map(Located mapping) {
    Map<String, Object> map = new TreeMap<>();
    mapping.entries().forEach(entry -> map.put(entry.key(), of(entry.value())));
    return map;
  }

  /** A value as a map with texts as keys; empty for what is no map. */
  static Map<String, Object> asMap(Object value) {
    Map<String, Object> map = new TreeMap<>();
    if (value instanceof Map<?, ?> other) {
      other.forEach((key, item) -> map.put(String.valueOf(key), item));
    }
    return map;
  }

  static List<Object> asList(Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
  }

  /** Values over others, as Helm merges them: maps by key, null removes, all else replaces. */
  static Map<String, Object> over(Map<String, Object> over, Map<String, Object> below) {
    Map<String, Object> merged = new TreeMap<>(below);
    over.forEach(
        (key, value) -> {
          Object old = merged.getOrDefault(key, NOTHING);
          if (isNothing(value)) {
            merged.remove(key);
          } else if (value instanceof Map<?, ?> && old instanceof Map<?, ?>) {
            merged.put(key, over(asMap(value), asMap(old)));
          } else {
            merged.put(key, value);
          }
        });
    return merged;
  }
}
