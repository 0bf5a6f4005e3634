package godmode.detectors.read.yaml;

import godmode.core.fact.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a file, with the place that set it: a mapping, a sequence, a scalar, or a value that
 * could not be resolved. Immutable; readers build new trees when they merge and interpolate.
 *
 * <p>Every question is safe to ask of every kind: a sequence has no entries, a mapping no text.
 * Scalars are kept as written, because YAML 1.1 would read {@code 22:22} as 1342 and {@code no} as
 * false.
 */
public final class Located {
  /** What a value is. */
  public enum Kind {
    MAPPING,
    SEQUENCE,
    SCALAR,
    /** Something was written, its value is not in the repository; {@link #reason} says why. */
    UNRESOLVED
  }

  /**
   * A key of a mapping with its value.
   *
   * @param keyPlace where the key stands; for merged keys, where they were written
   */
  public record Entry(String key, Place keyPlace, Located value) {}

  private final Kind kind;
  private final Place place;
  private final Place textPlace;
  private final String tag;
  private final String written;
  private final boolean quoted;
  private final String reason;
  private final Map<String, Entry> entries;
  private final List<Located> items;
  private final long nodes;
  private final int depth;

  private Located(
      Kind kind,
      Place place,
      Place textPlace,
      String tag,
      String written,
      boolean quoted,
      String reason,
      Map<String, Entry> entries,
      List<Located> items) {
    this.kind = kind;
    this.place = place;
    this.textPlace = textPlace;
    this.tag = tag;
    this.written = written;
    this.quoted = quoted;
    this.reason = reason;
    this.entries = entries;
    this.items = items;
    long nodeCount = 1;
    int deepest = 0;
    for (Entry entry : entries.values()) {
      nodeCount += 1 + entry.value().nodes;
      deepest = Math.max(deepest, entry.value().depth);
    }
    for (Located item : items) {
      nodeCount += item.nodes;
      deepest = Math.max(deepest, item.depth);
    }
    this.nodes = nodeCount;
    this.depth = deepest + 1;
  }

  /** A mapping; of two entries with one key, the later wins. */
  public static Located mapping(Place place, List<Entry> entries) {
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byKey.put(entry.key(), entry);
    }
    return new Located(Kind.MAPPING, place, place, "", "", false, "", byKey, List.of());
  }

  /** A sequence. */
  public static Located sequence(Place place, List<Located> items) {
    return new Located(
        Kind.SEQUENCE, place, place, "", "", false, "", Map.of(), List.copyOf(items));
  }

  /**
   * A scalar.
   *
   * @param quoted whether it was in quotes or in a block, so that it can only be a text
   */
  public static Located scalar(Place place, String written, boolean quoted) {
    return scalar(place, place, written, quoted);
  }

  static Located scalar(Place place, Place textPlace, String written, boolean quoted) {
    return new Located(Kind.SCALAR, place, textPlace, "", written, quoted, "", Map.of(), List.of());
  }

  /**
   * A value that is not in the repository.
   *
   * @param written what stands there
   * @param reason why that is no value, in one line
   */
  public static Located unresolved(Place place, String written, String reason) {
    return new Located(
        Kind.UNRESOLVED, place, place, "", written, false, reason, Map.of(), List.of());
  }

  /** The same value under an explicit tag; an empty one takes the tag away. */
  public Located withTag(String other) {
    return new Located(kind, place, textPlace, other, written, quoted, reason, entries, items);
  }

  public Kind kind() {
    return kind;
  }

  public boolean isMapping() {
    return kind == Kind.MAPPING;
  }

  public boolean isSequence() {
    return kind == Kind.SEQUENCE;
  }

  public boolean isScalar() {
    return kind == Kind.SCALAR;
  }

  public boolean isUnresolved() {
    return kind == Kind.UNRESOLVED;
  }

  /** Whether this is YAML's null: nothing, {@code ~} or {@code null}, without quotes. */
  public boolean isNull() {
    return isScalar()
        && !quoted
        && (written.isEmpty() || written.equals("~") || written.equalsIgnoreCase("null"));
  }

  /** Where the value begins. */
  public Place place() {
    return place;
  }

  /**
   * Where the first character of the text stands: behind the quote, or in the line after {@code |}.
   * The offset for a reader of the file inside a block scalar.
   */
  public Place textPlace() {
    return textPlace;
  }

  /** The explicit tag, such as {@code !reset} or {@code !Ref}; mostly empty. Never instantiated. */
  public String tag() {
    return tag;
  }

  /** What stands there, for scalars (null included) and unresolved values; otherwise empty. */
  public String written() {
    return written;
  }

  /** Whether a scalar was in quotes or in a block. */
  public boolean quoted() {
    return quoted;
  }

  /** Why an unresolved value has none; otherwise empty. */
  public String reason() {
    return reason;
  }

  /** The value under exactly this key; dots have no meaning. */
  public Optional<Located> at(String key) {
    return entry(key).map(Entry::value);
  }

  /** The entry under exactly this key, with the key's own place. */
  public Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The value under a path of keys with dots between, {@code deploy.replicas}. */
  public Optional<Located> get(String path) {
    Optional<Located> here = Optional.of(this);
    for (String key : path.split("\\.", -1)) {
      here = here.flatMap(node -> node.at(key));
    }
    return here;
  }

  /** A scalar's text as written; empty for null and for all other kinds. */
  public Optional<String> text() {
    return isScalar() && !isNull() ? Optional.of(written) : Optional.empty();
  }

  /** {@link #get} and {@link #text} in one. */
  public Optional<String> text(String path) {
    return get(path).flatMap(Located::text);
  }

  /**
   * A whole number, also in quotes; empty for {@code 012}, which YAML versions read differently.
   */
  public Optional<Long> number() {
    return text().flatMap(Scalars::number);
  }

  /** A decimal number without exponent, also in quotes. */
  public Optional<BigDecimal> decimal() {
    return text().flatMap(Scalars::decimal);
  }

  /**
   * A truth value; {@code true} and {@code false} also in quotes, yes/no and on/off only without.
   */
  public Optional<Boolean> flag() {
    return text().flatMap(text -> Scalars.flag(text, quoted));
  }

  /** A sequence's values; empty for all other kinds. */
  public List<Located> items() {
    return items;
  }

  /** A mapping's entries in the order of the file; empty for all other kinds. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** How many values and keys this tree holds, aliases expanded. */
  long nodes() {
    return nodes;
  }

  /** How deep this tree is, aliases expanded; 1 for a scalar. */
  int depth() {
    return depth;
  }

  /** The tree in flow style without places, for messages and tests. */
  @Override
  public String toString() {
    String prefix = tag.isEmpty() ? "" : tag + " ";
    if (isMapping()) {
      List<String> parts = new ArrayList<>();
      entries.forEach((key, entry) -> parts.add(key + ": " + entry.value()));
      return prefix + "{" + String.join(", ", parts) + "}";
    }
    if (isSequence()) {
      return prefix + items;
    }
    if (isUnresolved()) {
      return prefix + "<unresolved: " + reason + ">";
    }
    return prefix + (quoted ? "\"" + written + "\"" : written);
  }
}
