package godmode.engine.lab;

import godmode.engine.UserError;
import godmode.record.PlainTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Options that stand in a file: {@code {"consensus": {"algorithm": "raft", "nodes": 5}}}. The name
 * around them is free; what is no option is a number of the protocol.
 */
public final class OptionsFile {
  private static final List<String> OPTIONS =
      List.of(
          "algorithm",
          "nodes",
          "runs",
          "seed",
          "mutant",
          "faults",
          "sites",
          "matrix",
          "round-trip");
  private static final int RUNS_MAX = 10_000_000;

  private final PlainTree options;

  private OptionsFile(PlainTree options) {
    this.options = options;
  }

  /**
   * Reads one.
   *
   * @throws UserError with file, line and what to write instead
   */
  public static OptionsFile read(Path path) throws IOException {
    PlainTree tree = Laboratory.tree(path);
    PlainTree inner = tree;
    if (tree.fields().size() == 1 && !tree.fields().containsKey("algorithm")) {
      inner = tree.fields().values().iterator().next();
    }
    if (inner.fields().isEmpty()) {
      throw new UserError(
          tree.at()
              + ": write a name and options below it: {consensus: {algorithm: raft, nodes: 5}}");
    }
    return new OptionsFile(inner);
  }

  private Optional<PlainTree> field(String name) {
    return Optional.ofNullable(options.fields().get(name));
  }

  private Optional<String> word(String name) {
    return field(name).map(PlainTree::text);
  }

  /** Which protocol, if it says. */
  public Optional<String> protocol() {
    return word("algorithm");
  }

  /** How many servers, if it says. */
  public Optional<Integer> nodes() {
    return number("nodes", 63);
  }

  /** How many runs, if it says. */
  public Optional<Integer> runs() {
    return number("runs", RUNS_MAX);
  }

  /** The seed, if it says. */
  public Optional<Long> seed() {
    return number("seed", Integer.MAX_VALUE).map(Integer::longValue);
  }

  private Optional<Integer> number(String name, int most) {
    return field(name)
        .map(
            at ->
                Quantity.number(
                    at.at() + ": " + name, at.text(), name.equals("seed") ? 0 : 1, most));
  }

  /** What is missing, if it says. */
  public Optional<String> mutant() {
    return word("mutant");
  }

  /** Kinds of faults. */
  public List<String> faults() {
    List<String> words = new ArrayList<>();
    field("faults")
        .ifPresent(
            at -> {
              if (at.isWord()) {
                words.addAll(List.of(at.text().split(",", -1)));
              } else {
                at.items().forEach(item -> words.add(item.text()));
              }
            });
    return words;
  }

  /** Sites and how many servers are at each, as on the command line. */
  public Optional<String> sites() {
    return field("sites")
        .map(
            at ->
                at.isWord()
                    ? at.text()
                    : at.fields().entrySet().stream()
                        .map(site -> site.getKey() + "=" + site.getValue().text())
                        .collect(Collectors.joining(",")));
  }

  /** Times between sites, if it says. */
  public Optional<String> matrix() {
    return word("matrix");
  }

  /** The time between any two sites and back, if it says. */
  public Optional<String> roundTrip() {
    return word("round-trip");
  }

  /** Everything else: numbers of the protocol. */
  public Map<String, String> with() {
    Map<String, String> numbers = new LinkedHashMap<>();
    options
        .fields()
        .forEach(
            (name, value) -> {
              if (!OPTIONS.contains(name)) {
                if (!value.isWord()) {
                  throw new UserError(value.at() + ": " + name + " is one word or number");
                }
                numbers.put(name, value.text());
              }
            });
    return numbers;
  }
}
