package godmode.record;

import static godmode.record.Shape.required;
import static godmode.record.Shape.row;

import godmode.core.design.DeclaredPath;
import godmode.core.interview.Choice;
import godmode.core.interview.Choices;
import godmode.record.ValueKind.Day;
import godmode.record.ValueKind.Duration;
import godmode.record.ValueKind.Entries;
import godmode.record.ValueKind.OneOf;
import godmode.record.ValueKind.Percentage;
import godmode.record.ValueKind.Quantity;
import godmode.record.ValueKind.Reads;
import godmode.record.ValueKind.Text;
import godmode.record.ValueKind.TextList;
import godmode.record.ValueKind.Version;
import godmode.record.ValueKind.WholeNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every field of the design record, in the order in which it is written. An answers file is a part
 * of one, {@code --set} and the terminal give single fields.
 */
public final class RecordSchema {
  /** The version of the format. */
  public static final int VERSION = 1;

  private static final ValueKind TEXT = new Text();
  private static final ValueKind TEXTS = new TextList();
  private static final ValueKind DURATION = new Duration();
  private static final ValueKind COUNT = new WholeNumber(1, 10_000);
  private static final ValueKind SIZE =
      new Quantity(
          "a size with its unit",
          Pattern.compile("\\d{1,12}(\\.\\d{1,3})?\\s*(B|kB|MB|GB|TB|PB|KiB|MiB|GiB|TiB|PiB)"),
          "200GB");
  private static final ValueKind GROWTH =
      new Quantity(
          "a size per day, month or year",
          Pattern.compile(
              "\\d{1,12}(\\.\\d{1,3})?\\s*(B|kB|MB|GB|TB|PB|KiB|MiB|GiB|TiB|PiB) per"
                  + " (day|month|year)"),
          "5GB per month");
  private static final ValueKind RATIO =
      new Quantity("reads to writes", Pattern.compile("\\d{1,9} ?: ?\\d{1,9}"), "100:1");

  /**
   * {@code reserve-stock}, or {@code reserve-stock on orders} with the class of data it touches.
   */
  private static final Pattern OPERATION =
      Pattern.compile(
          "([\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*)(?: on ([\\p{L}\\p{N}][\\p{L}\\p{N}._-]*))?");

  private static final ValueKind OPERATIONS =
      new Entries(OPERATION, "reserve-stock on orders, show-catalog");
  private static final ValueKind EXPERIMENTS =
      new Entries(Pattern.compile(".+"), "isolate the leader, stop one zone");

  private static final Shape SHAPE =
      new Shape(
          List.of(
              required("schema", new Version(VERSION), "version of this format"),
              row("system.name", TEXT, "what the system is called"),
              row("system.purpose", TEXT, "what it is for, in a few words"),
              row(
                  "system.topology",
                  oneOf(
                      "single-region", "one region",
                      "multi-region", "several regions",
                      "edge", "many small sites near the users",
                      "hybrid", "own data centres and a cloud"),
                  "over which places it spreads"),
              row("system.availability", new Percentage(), "share of time in which it must answer"),
              row(
                  "system.partition-tolerance",
                  oneOf(
                      "must-survive", "it has to go on when the network splits",
                      "one-data-centre", "it stands in one data centre only"),
                  "whether it must survive partitions"),
              row("system.latency.p50", DURATION, "time in which half of all requests are done"),
              row("system.latency.p99", DURATION, "time in which 99 % of requests are done"),
              row("system.volume", SIZE, "all its data"),
              row("system.growth", GROWTH, "how its data grows"),
              row("system.read-write-ratio", RATIO, "reads for each write"),
              row("data.*.stores", TEXTS, "the stores that hold this class of data"),
              row("data.*.reads", new Reads(), "how fresh a read must be"),
              row("data.*.partition", new OneOf(Choices.PARTITION), "what happens in a partition"),
              row("data.*.else", new OneOf(Choices.ELSE), "what matters more without a partition"),
              row(
                  "data.*.conflicts.strategy",
                  new OneOf(Choices.CONFLICTS),
                  "how two writes on both sides become one"),
              row("data.*.conflicts.because", TEXT, "why that is good enough"),
              row("data.*.rpo", DURATION, "how much acknowledged data a failure may lose, as time"),
              row("data.*.rto", DURATION, "how long it may be unavailable"),
              row("data.*.because", TEXT, "why these decisions"),
              row(
                  "survives.failures",
                  new WholeNumber(0, 100),
                  "how many failures at once it has to survive"),
              row("survives.domain", new OneOf(Choices.FAILURE_DOMAIN), "what fails as a whole"),
              row("survives.round-trip", DURATION, "the time between those domains and back"),
              row("operations.*.data", TEXT, "the class of data it touches"),
              row("operations.*.consistency", new OneOf(Choices.CONSISTENCY), "what it needs"),
              row(
                  "operations.*.duplicates",
                  oneOf(
                      "idempotency-key", "a key of the caller makes a repetition harmless",
                      "unique-key", "the store refuses a second time",
                      "deduplicated", "the receiver remembers what it has done",
                      "harmless", "doing it twice changes nothing",
                      "not-handled", "a repetition does damage"),
                  "what happens when it arrives twice"),
              row("operations.*.because", TEXT, "why"),
              row("stores.*.technology", TEXT, "what runs there, as the catalog names it"),
              row(
                  "stores.*.model",
                  oneOf(
                      "relational", "tables",
                      "document", "documents",
                      "key-value", "values by key",
                      "wide-column", "rows of many columns",
                      "graph", "nodes and edges",
                      "time-series", "measurements over time",
                      "search", "an index for search",
                      "log", "an ordered log"),
                  "its data model"),
              row("stores.*.nodes", COUNT, "how many nodes are expected"),
              row(
                  "stores.*.replication.style",
                  new OneOf(Choices.REPLICATION_STYLE),
                  "how it is replicated"),
              row(
                  "stores.*.replication.mode",
                  new OneOf(Choices.REPLICATION_MODE),
                  "whether a write waits for other copies"),
              row("stores.*.replication.copies", COUNT, "on how many nodes each item is kept"),
              row("stores.*.replication.lag-at-most", DURATION, "how far a copy may fall behind"),
              row("stores.*.read-quorum", COUNT, "how many nodes answer a read"),
              row("stores.*.write-quorum", COUNT, "how many nodes acknowledge a write"),
              row("stores.*.failover", new OneOf(Choices.FAILOVER), "what takes over"),
              row("stores.*.because", TEXT, "why"),
              row(
                  "consensus.protocol",
                  new OneOf(Choices.CONSENSUS_PROTOCOL),
                  "what agreement rests on"),
              row("consensus.members", COUNT, "how many nodes vote"),
              row("consensus.zones", TEXTS, "where they stand"),
              row("consensus.because", TEXT, "why that protocol"),
              row("locks.*.purpose", new OneOf(Choices.PURPOSE), "what it protects"),
              row(
                  "locks.*.resource",
                  new OneOf(Choices.RESOURCE),
                  "whether what it protects can refuse an old number"),
              row("locks.*.mechanism", TEXT, "what it rests on: a catalog id or a library"),
              row("locks.*.fencing.token", TEXT, "the number that grows with each grant, or none"),
              row("locks.*.fencing.checked-by", TEXT, "the store that refuses an old one"),
              row("locks.*.because", TEXT, "why"),
              row("leaders.*.purpose", new OneOf(Choices.PURPOSE), "what it protects"),
              row(
                  "leaders.*.two-at-once",
                  new OneOf(Choices.TWO_LEADERS),
                  "what two leaders do in half a minute"),
              row("leaders.*.mechanism", TEXT, "what it rests on: a catalog id or a library"),
              row("leaders.*.fencing.token", TEXT, "the number that grows with each term, or none"),
              row("leaders.*.fencing.checked-by", TEXT, "the store that refuses an old one"),
              row("leaders.*.because", TEXT, "why"),
              row("schedules.*.purpose", new OneOf(Choices.PURPOSE), "what once-only protects"),
              row("schedules.*.mechanism", TEXT, "what makes it run once: a catalog id or library"),
              row(
                  "schedules.*.fencing.token",
                  TEXT,
                  "the number that grows with each run, or none"),
              row("schedules.*.fencing.checked-by", TEXT, "the store that refuses an old one"),
              row("schedules.*.because", TEXT, "why"),
              row(
                  "dependencies.*.when-down",
                  new OneOf(Choices.WHEN_DOWN),
                  "what its callers do while it cannot be reached"),
              row("dependencies.*.because", TEXT, "why"),
              row(
                  "dual-writes.*.after-crash",
                  new OneOf(Choices.AFTER_CRASH),
                  "what must be true if the process dies between two writes"),
              row("dual-writes.*.because", TEXT, "why"),
              row(
                  "messages.*.duplicates",
                  new OneOf(Choices.DUPLICATES),
                  "whether a message may be handled twice"),
              row("messages.*.order", new OneOf(Choices.ORDER), "which order matters"),
              row("messages.*.key", TEXT, "what messages in order have in common"),
              row("messages.*.redelivery", DURATION, "for how long a message may come again"),
              row("messages.*.because", TEXT, "why"),
              row("load.size", new OneOf(Choices.LOAD), "whether one node is enough"),
              row("load.peak-reads", new WholeNumber(0, 999_999_999), "reads per second at peak"),
              row("load.peak-writes", new WholeNumber(0, 999_999_999), "writes per second at peak"),
              row("load.item-size", SIZE, "a usual item"),
              row("load.largest-key-share", new Percentage(), "share of the largest single key"),
              row("load.because", TEXT, "why"),
              row("sharding.strategy", new OneOf(Choices.SHARDING_STRATEGY), "how data is sharded"),
              row("sharding.key", TEXT, "the attribute that decides the shard"),
              row(
                  "sharding.key-values",
                  new OneOf(Choices.KEY_VALUES),
                  "how many values the key has"),
              row("sharding.key-order", new OneOf(Choices.KEY_ORDER), "how new values come"),
              row("sharding.shards", COUNT, "how many shards"),
              row("sharding.because", TEXT, "why, and until when"),
              row("clocks.synchronised", new OneOf(Choices.CLOCKS), "whether clocks agree"),
              row("clocks.bound", DURATION, "how far they may be apart"),
              row("clocks.because", TEXT, "why"),
              row("partition-plan.detection", TEXT, "how a partition is noticed, after how long"),
              row("partition-plan.during", TEXT, "what each side does while it lasts"),
              row("partition-plan.healing", TEXT, "what brings the sides together"),
              row("partition-plan.after", TEXT, "how differences are found and reconciled"),
              row("failure-modes.*.impact", TEXT, "what happens when it is down"),
              row(
                  "failure-modes.*.probability",
                  oneOf(
                      "low", "less than once a year",
                      "medium", "some times a year",
                      "high", "every month or more often"),
                  "how often it is expected"),
              row("failure-modes.*.blast-radius", TEXT, "what else is affected"),
              row("failure-modes.*.detection", TEXT, "how it is noticed, and how fast"),
              row("failure-modes.*.recovery", TEXT, "what brings it back"),
              row("failure-modes.*.mitigation", TEXT, "what makes it less bad"),
              row("failure-modes.*.rto", DURATION, "how long it may take"),
              row("failure-modes.*.rpo", DURATION, "how much data it may lose, as time"),
              row(
                  "failure-modes.*.reviewed",
                  new OneOf(Choices.DRAFTS),
                  "what a person did with the draft"),
              row("failure-modes.*.last-tested", new Day(), "when this was last tried"),
              row("choices.*.chosen", TEXT, "what is done, where a choice has alternatives"),
              row("choices.*.because", TEXT, "why that, and not what is recommended"),
              required("experiments.#.name", TEXT, "what is done to the system"),
              row("experiments.#.target", TEXT, "the component it is done to"),
              row("experiments.#.command", TEXT, "the command or manifest that does it"),
              row("experiments.#.duration", DURATION, "for how long"),
              row("experiments.#.observe", TEXT, "what to look at"),
              row("experiments.#.must-hold", TEXT, "what must be true meanwhile and afterwards"),
              row("decided.*.by", TEXT, "who decided"),
              row("decided.*.on", new Day(), "when"),
              row(
                  "decided.*.from",
                  oneOf(
                      "answered", "a person answered the question",
                      "detected", "a person confirmed what was detected",
                      "defaulted", "a person confirmed the proposed value",
                      "assumed", "nobody knew: the safe default, and an open risk"),
                  "where the value came from"),
              row("decided.*.evidence", TEXT, "what was seen when it was decided, with places"),
              row("decided.*.instead-of", TEXT, "what was recommended"),
              row("decided.*.because", TEXT, "why not what was recommended"),
              row("decided.*.stale", TEXT, "the answer it rested on, which has changed since"),
              row("decided.*.replaces", TEXT, "the value before")));

  private RecordSchema() {}

  static Shape shape() {
    return SHAPE;
  }

  private static OneOf oneOf(String... valuesAndMeanings) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < valuesAndMeanings.length; i += 2) {
      choices.add(new Choice(valuesAndMeanings[i], valuesAndMeanings[i + 1]));
    }
    return new OneOf(List.copyOf(choices));
  }

  /**
   * What is wrong with a single value, as a sentence with its fix; nothing if it may be declared.
   * Lists have commas between their items. {@code operations} takes names, {@code reserve-stock on
   * orders} saying which class of data one touches; {@code experiments} takes names.
   */
  public static Optional<String> check(String path, String text) {
    Optional<ValueKind> kind = kindAt(path);
    if (kind.isEmpty()) {
      return Optional.of(unknown(path));
    }
    return kind.get()
        .fix(text.strip())
        .map(fix -> path + " is " + Wording.quote(text) + "; " + fix);
  }

  /** Whether something can be said at a path. */
  public static boolean isField(String path) {
    return kindAt(path).isPresent();
  }

  /** Whether names are said at a path, each of which becomes an entry. */
  static boolean isEntries(String path) {
    return kindAt(path).filter(Entries.class::isInstance).isPresent();
  }

  /** The closed list of legal values at a path; empty where there is none. */
  public static List<Choice> choices(String path) {
    ValueKind kind = kindAt(path).orElse(TEXT);
    if (kind instanceof Reads) {
      return Choices.READS;
    }
    return kind instanceof OneOf oneOf ? oneOf.choices() : List.of();
  }

  /**
   * The scalars that a checked value stands for, by path: lists and entries taken apart. An
   * operation of which only the name is said is an entry with an empty text.
   */
  public static Map<String, String> expand(String path, String text) {
    Map<String, String> scalars = new LinkedHashMap<>();
    ValueKind kind =
        kindAt(path).orElseThrow(() -> new IllegalArgumentException(path + " was not checked"));
    if (kind.equals(OPERATIONS)) {
      for (String item : TextList.split(text)) {
        Matcher operation = OPERATION.matcher(item);
        if (!operation.matches()) {
          throw new IllegalArgumentException(path + " was not checked");
        }
        String entry = DeclaredPath.below("operations", DeclaredPath.key(operation.group(1)));
        if (operation.group(2) == null) {
          scalars.put(entry, "");
        } else {
          scalars.put(entry + ".data", operation.group(2));
        }
      }
    } else if (kind.equals(EXPERIMENTS)) {
      List<String> names = TextList.split(text);
      for (int i = 0; i < names.size(); i++) {
        scalars.put("experiments." + i + ".name", names.get(i));
      }
    } else if (kind instanceof TextList) {
      List<String> items = TextList.split(text);
      for (int i = 0; i < items.size(); i++) {
        scalars.put(path + "." + i, items.get(i));
      }
    } else {
      scalars.put(path, text.strip());
    }
    return scalars;
  }

  /** What a value at a path must be. */
  static Optional<ValueKind> kindAt(String path) {
    if (path.equals("operations")) {
      return Optional.of(OPERATIONS);
    }
    if (path.equals("experiments")) {
      return Optional.of(EXPERIMENTS);
    }
    return SHAPE.at(path).flatMap(Shape.Spot::kind);
  }

  private static String unknown(String path) {
    if (SHAPE.at(path).isPresent()) {
      return Wording.quote(path) + " is a group of fields; name one of them";
    }
    return "the design record has no field "
        + Wording.quote(path)
        + SHAPE
            .nearest(path)
            .map(nearest -> "; did you mean " + nearest + "?")
            .orElse("; docs/schema/design-record.schema.json lists the fields");
  }
}
