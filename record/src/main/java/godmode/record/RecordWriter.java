package godmode.record;

import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.record.DesignRecord.Kind;
import godmode.record.ValueKind.Entries;
import godmode.record.ValueKind.TextList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts values into the text of a design record. Comments, order, blank lines and the way the rest
 * is written stay as they are; what is already there changes no byte.
 */
public final class RecordWriter {
  /** How a new record begins. */
  static final String HEAD =
      "# What the people of this system decided. Reviewed like code; 'godmode distributed' asks"
          + " for\n"
          + "# what is missing and keeps comments and order.\n"
          + "schema: "
          + RecordSchema.VERSION
          + "\n";

  private final Optional<Author> author;
  private final Map<String, Note> notes;
  private String text;

  /**
   * Who answered.
   *
   * @param by a name or a team
   */
  public record Author(String by, LocalDate on) {}

  /**
   * How a decision came about; what is empty is not written.
   *
   * @param from a word of {@code decided.*.from}
   * @param evidence what was seen, with places
   * @param insteadOf what was recommended
   * @param because why not that
   */
  public record Note(String from, String evidence, String insteadOf, String because) {
    /** A person answered, and that is all. */
    public static final Note ANSWERED = new Note("answered", "", "", "");
  }

  private RecordWriter(String text, Optional<Author> author, Map<String, Note> notes) {
    this.text = text;
    this.author = author;
    this.notes = notes;
  }

  /**
   * The text with these values, by path, as {@link RecordSchema#check} accepts them. Operations and
   * experiments that are not there yet are added.
   *
   * @param text a record without problems; a blank one is begun
   */
  public static String apply(String text, Map<String, String> values) {
    return new RecordWriter(text, Optional.empty(), Map.of()).apply(values);
  }

  /** As {@link #apply(String, Map)}, and notes under {@code decided} who made each new decision. */
  public static String apply(String text, Map<String, String> values, Author author) {
    return apply(text, values, author, Map.of());
  }

  /** As above, with what is known of how each of them came about, by its path. */
  public static String apply(
      String text, Map<String, String> values, Author author, Map<String, Note> notes) {
    return new RecordWriter(text, Optional.of(author), notes).apply(values);
  }

  /**
   * The text with a mark at each decision that rested on an answer which has changed.
   *
   * @param reasons by the path of the decision
   */
  public static String stale(String text, Map<String, String> reasons) {
    RecordWriter writer = new RecordWriter(text, Optional.empty(), Map.of());
    reasons.forEach(
        (path, reason) ->
            writer.write(
                List.of("decided", writer.key(path), "stale"),
                new YamlEdit.Value(YamlWords.text(reason), List.of())));
    return writer.text;
  }

  /**
   * What declarations say, as values to apply: lists and entries put together again.
   *
   * @param declarations of a text without problems
   */
  public static Map<String, String> values(Declarations declarations) {
    Map<String, String> values = new LinkedHashMap<>();
    declarations
        .all()
        .forEach(
            (path, said) -> {
              String parent = path.substring(0, Math.max(0, path.lastIndexOf('.')));
              if (RecordSchema.kindAt(path).isPresent()) {
                values.put(path, said.text());
              } else if (said.text().isEmpty()) {
                String entry = DeclaredPath.split(path).get(1);
                values.merge(parent, entry, (before, now) -> before + ", " + now);
              } else {
                values.merge(parent, said.text(), (before, now) -> before + ", " + now);
              }
            });
    return values;
  }

  private String apply(Map<String, String> values) {
    String original = text;
    Map<String, String> expected = texts(text);
    String version = Integer.toString(RecordSchema.VERSION);
    if (text.isBlank()) {
      text = HEAD;
    } else if (!expected.containsKey("schema")) {
      write(List.of("schema"), new YamlEdit.Value(version, List.of()));
    }
    expected.put("schema", version);
    final String begun = text;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String path = entry.getKey();
      Optional<String> problem = RecordSchema.check(path, entry.getValue());
      if (problem.isPresent()) {
        throw new IllegalArgumentException(problem.get());
      }
      Optional<String> before = before(path, expected);
      boolean changed = set(path, entry.getValue().strip(), expected);
      if ((changed || isStale(path)) && (notes.containsKey(path) || isDecision(path))) {
        author.ifPresent(who -> decided(path, who, before));
      }
    }
    if (text.equals(begun)) {
      return original;
    }
    Map<String, String> written = texts(text);
    if (!plain(written).equals(plain(expected))) {
      throw new IllegalStateException(
          "the record would not say what was answered: "
              + plain(written)
              + " for "
              + plain(expected));
    }
    return text;
  }

  /** What a record says at a path, as one text. */
  private static Optional<String> before(String path, Map<String, String> declared) {
    if (RecordSchema.kindAt(path).filter(TextList.class::isInstance).isPresent()) {
      List<String> items = new ArrayList<>();
      declared.forEach(
          (known, item) -> {
            if (known.matches(Pattern.quote(path + ".") + "\\d+")) {
              items.add(item);
            }
          });
      return items.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", items));
    }
    return Optional.ofNullable(declared.get(path));
  }

  /** Whether anything had to be changed. */
  private boolean set(String path, String value, Map<String, String> expected) {
    ValueKind kind = RecordSchema.kindAt(path).orElseThrow();
    if (kind instanceof Entries) {
      return add(path, value, expected);
    }
    String normal = kind instanceof TextList ? String.join(", ", TextList.split(value)) : value;
    if (before(path, expected).filter(normal::equals).isPresent()) {
      return false;
    }
    List<String> items = kind instanceof TextList ? YamlWords.items(value) : List.of();
    write(DeclaredPath.split(path), new YamlEdit.Value(YamlWords.value(kind, value), items));
    expected.keySet().removeIf(known -> kind instanceof TextList && known.startsWith(path + "."));
    expected.putAll(RecordSchema.expand(path, value));
    return true;
  }

  /** Adds the entries that are not there yet. */
  private boolean add(String path, String value, Map<String, String> expected) {
    boolean changed = false;
    for (String item : TextList.split(value)) {
      for (Map.Entry<String, String> entry : RecordSchema.expand(path, item).entrySet()) {
        if (path.equals("experiments")) {
          if (experiment(item, expected)) {
            changed = true;
          }
        } else if (!entry.getValue().isEmpty()) {
          changed |= set(entry.getKey(), entry.getValue(), expected);
        } else if (expected.keySet().stream().noneMatch(known -> isAt(entry.getKey(), known))) {
          write(DeclaredPath.split(entry.getKey()), new YamlEdit.Value("{}", List.of()));
          expected.put(entry.getKey(), "");
          changed = true;
        }
      }
    }
    return changed;
  }

  private boolean experiment(String name, Map<String, String> expected) {
    int count = 0;
    while (expected.containsKey("experiments." + count + ".name")) {
      if (name.equals(expected.get("experiments." + count + ".name"))) {
        return false;
      }
      count++;
    }
    return set("experiments." + count + ".name", name, expected);
  }

  private static boolean isAt(String path, String known) {
    return known.equals(path) || known.startsWith(path + ".");
  }

  private void write(List<String> names, YamlEdit.Value value) {
    text = new YamlEdit(text, RecordSchema.shape()).set(names, value);
  }

  private void decided(String path, Author who, Optional<String> before) {
    Note known = notes.getOrDefault(path, Note.ANSWERED);
    StringBuilder note = new StringBuilder("{by: ").append(YamlWords.text(who.by()));
    note.append(", on: ").append(who.on()).append(", from: ").append(known.from());
    also(note, "evidence", known.evidence());
    also(note, "instead-of", known.insteadOf());
    also(note, "because", known.because());
    also(note, "replaces", before.orElse(""));
    write(
        List.of("decided", key(path)), new YamlEdit.Value(note.append('}').toString(), List.of()));
  }

  private static void also(StringBuilder note, String field, String value) {
    if (!value.isBlank()) {
      note.append(", ").append(field).append(": ").append(YamlWords.text(value));
    }
  }

  /** What the record calls a decision: with or without the section of the data. */
  private String key(String path) {
    String shorter = path.startsWith("data.") ? path.substring("data.".length()) : path;
    boolean known =
        new YamlEdit(text, RecordSchema.shape()).at(List.of("decided", shorter)).isPresent();
    return known ? shorter : path;
  }

  private boolean isStale(String path) {
    return new YamlEdit(text, RecordSchema.shape())
        .at(List.of("decided", key(path), "stale"))
        .isPresent();
  }

  /** Whether a path holds what only a person can give. */
  static boolean isDecision(String path) {
    List<String> names = DeclaredPath.split(path);
    for (Attribute<?> attribute : Attributes.all()) {
      if (attribute.isDecision() && fits(List.of(attribute.record().split("\\.")), names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(List<String> pattern, List<String> names) {
    boolean fits = pattern.size() == names.size();
    for (int i = 0; fits && i < names.size(); i++) {
      String name = names.get(i);
      fits =
          switch (pattern.get(i)) {
            case "*" -> true;
            case "guard" ->
                List.of(GuardKind.values()).stream().anyMatch(k -> k.section().equals(name));
            default -> pattern.get(i).equals(name);
          };
    }
    return fits;
  }

  private static Map<String, String> texts(String text) {
    DesignRecord.Reading reading = DesignRecord.read("the record", text, Kind.PART);
    if (!reading.problems().isEmpty()) {
      throw new IllegalArgumentException(reading.problems().get(0).toString());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Declarations.Declared> entry : reading.declarations().all().entrySet()) {
      texts.put(entry.getKey(), entry.getValue().text());
    }
    return texts;
  }

  /** What is compared: an entry with fields needs no name of its own, notes are not answers. */
  private static Map<String, String> plain(Map<String, String> texts) {
    Map<String, String> plain = new TreeMap<>(texts);
    plain.entrySet().removeIf(e -> e.getValue().isEmpty() || e.getKey().startsWith("decided."));
    return plain;
  }
}
