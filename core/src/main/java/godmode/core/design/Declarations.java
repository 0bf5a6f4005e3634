package godmode.core.design;

import godmode.core.fact.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people declared: the design record, answers files and answers of this session, as one flat
 * look-up.
 *
 * <p>A path is the keys down to a value joined by dots, as in {@code data.orders.reads}; {@link
 * DeclaredPath} says how names with dots are written. The items of a list have their index as key:
 * {@code experiments.0.name}. An entry of which nothing is said but its name is declared as an
 * empty text: {@code operations.reserve-stock}.
 */
public final class Declarations {
  /** Nothing declared. */
  public static final Declarations NONE = new Declarations(Map.of());

  /** The path of an item of a list of scalars; names of digits are in quotes. */
  private static final Pattern LIST_ITEM = Pattern.compile("(.*\\.)\\d+");

  private final Map<String, Declared> byPath;

  private Declarations(Map<String, Declared> byPath) {
    this.byPath = byPath;
  }

  /**
   * One declared value.
   *
   * @param text the scalar as written
   */
  public record Declared(String text, Origin origin) {}

  /** Declarations in the order of the map. */
  public static Declarations of(Map<String, Declared> byPath) {
    return new Declarations(Collections.unmodifiableMap(new LinkedHashMap<>(byPath)));
  }

  /** The value at a path. */
  public Optional<Declared> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The scalar at a path, as written. */
  public Optional<String> text(String path) {
    return at(path).map(Declared::text);
  }

  /** Whether anything is declared at a path or below it. */
  public boolean has(String path) {
    return byPath.containsKey(path) || !keys(path).isEmpty();
  }

  /**
   * The names directly below a path, in the order of the file; below the empty path, the sections.
   */
  public List<String> keys(String path) {
    String prefix = path.isEmpty() ? "" : path + ".";
    List<String> keys = new ArrayList<>();
    for (String declared : byPath.keySet()) {
      if (declared.startsWith(prefix)) {
        String key = DeclaredPath.name(DeclaredPath.first(declared.substring(prefix.length())));
        if (!keys.contains(key)) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /** The scalars of the list at a path. */
  public List<String> list(String path) {
    return keys(path).stream().flatMap(key -> text(path + "." + key).stream()).toList();
  }

  /** Every path with its value, in the order of the file. */
  public Map<String, Declared> all() {
    return byPath;
  }

  /** Whether nothing is declared at all. */
  public boolean isEmpty() {
    return byPath.isEmpty();
  }

  /**
   * These declarations with another's on top; what both say, the other one decides. A list of
   * scalars is one value: it is replaced as a whole.
   */
  public Declarations under(Declarations stronger) {
    Map<String, Declared> merged = new LinkedHashMap<>(byPath);
    for (String path : stronger.byPath.keySet()) {
      Matcher item = LIST_ITEM.matcher(path);
      if (item.matches()) {
        String list = item.group(1);
        merged
            .keySet()
            .removeIf(known -> known.startsWith(list) && LIST_ITEM.matcher(known).matches());
      }
    }
    merged.putAll(stronger.byPath);
    return of(merged);
  }
}
