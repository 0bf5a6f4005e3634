package godmode.record;

import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.interview.Choices;
import godmode.core.interview.Reply;
import godmode.record.Shape.Spot;
import godmode.record.ValueKind.PathPatterns;
import godmode.record.ValueKind.Reads;
import godmode.record.ValueKind.TextList;
import godmode.record.ValueKind.Version;
import godmode.record.ValueKind.WholeNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a text strictly against a shape, and goes on after a problem to find the next one. */
final class ShapeReader {
  /** Problems of one file; more would not be read by anybody. */
  static final int PROBLEMS_MAX = 100;

  private static final Pattern ITEM = Pattern.compile("(\\d{1,6})(?=\\.|$)");

  private final String file;
  private final Shape shape;
  private final boolean whole;
  private final boolean mayNotKnow;
  private final Map<String, Declarations.Declared> declared = new LinkedHashMap<>();
  private final List<RecordProblem> problems = new ArrayList<>();
  private final Map<String, Place> notKnown = new LinkedHashMap<>();

  private ShapeReader(String file, Shape shape, boolean whole, boolean mayNotKnow) {
    this.file = file;
    this.shape = shape;
    this.whole = whole;
    this.mayNotKnow = mayNotKnow;
  }

  /** What a text declares, and everything that is wrong with it. */
  record Read(
      Declarations declarations, List<RecordProblem> problems, Map<String, Place> notKnown) {}

  /**
   * Reads a text.
   *
   * @param whole whether the fields that a whole file must have at its top are required
   */
  static Read read(String file, String text, Shape shape, boolean whole) {
    return read(file, text, shape, whole, false);
  }

  /** The same; where nobody need know, {@code dont-know} is an answer for every field. */
  static Read read(String file, String text, Shape shape, boolean whole, boolean mayNotKnow) {
    YamlText.Tree tree = YamlText.read(file, text);
    ShapeReader reader = new ShapeReader(file, shape, whole, mayNotKnow);
    reader.problems.addAll(tree.problems());
    if (tree.root().isPresent() && !isNull(tree.root().get())) {
      reader.group(tree.root().get(), shape.root(), "");
    } else if (tree.problems().isEmpty() && whole) {
      reader.missing(shape.root(), Set.of(), Place.startOf(file), "");
    }
    List<RecordProblem> problems =
        reader.problems.stream().sorted(Comparator.comparing(RecordProblem::at)).toList();
    return new Read(Declarations.of(reader.declared), problems, reader.notKnown);
  }

  /** Whether a node says nothing: {@code null}, {@code ~}, or nothing at all. */
  static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && List.of("", "~", "null", "Null", "NULL").contains(scalar.getValue());
  }

  private void spot(Node node, Spot spot, String path) {
    if (isNull(node)) {
      return;
    }
    if (mayNotKnow
        && node instanceof ScalarNode said
        && Reply.isNotKnown(said.getValue())
        && RecordSchema.isField(path)) {
      notKnown.put(path, YamlText.place(file, node.getStartMark()));
      return;
    }
    if (spot.kind().isPresent()) {
      value(node, spot.kind().get(), path);
    } else {
      group(node, spot, path);
    }
  }

  private void group(Node node, Spot spot, String path) {
    none(node, path);
    if (spot.items().isPresent()) {
      items(node, spot.items().get(), path);
    } else if (node instanceof MappingNode mapping) {
      mapping(mapping, spot, path);
    } else {
      problem(
          node,
          path,
          field(path) + " is " + what(node) + "; write fields below it, as in " + example(spot));
    }
  }

  /** An empty collection of entries says that there are none. */
  private void none(Node node, String path) {
    boolean empty =
        (node instanceof MappingNode mapping && mapping.getValue().isEmpty())
            || (node instanceof SequenceNode list && list.getValue().isEmpty());
    if (empty && RecordSchema.isEntries(path)) {
      declare(node, path, "");
    }
  }

  private void items(Node node, Spot each, String path) {
    if (!(node instanceof SequenceNode list)) {
      problem(
          node, path, field(path) + " is " + what(node) + "; write a list, each item with '- '");
      return;
    }
    int index = 0;
    for (Node item : list.getValue()) {
      group(item, each, DeclaredPath.below(path, Integer.toString(index++)));
    }
  }

  private void mapping(MappingNode mapping, Spot spot, String path) {
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(
            tuple.getKeyNode(), path, "a key is " + what(tuple.getKeyNode()) + "; write a name");
        continue;
      }
      String name = key.getValue();
      boolean fixed = spot.keys().containsKey(name);
      String below = DeclaredPath.below(path, fixed ? name : DeclaredPath.key(name));
      if (!seen.add(name)) {
        problem(key, below, shown(below) + " is written twice; keep one of them");
      } else if (spot.below(name).isEmpty()) {
        problem(key, below, unknown(name, spot, path));
      } else if (!fixed && new ValueKind.Text().fix(name).isPresent()) {
        problem(
            key, below, "a name below " + field(path) + " is empty or not printable; write a name");
      } else {
        spot(tuple.getValueNode(), spot.below(name).get(), below);
        nameOnly(tuple.getValueNode(), spot, name, below);
      }
    }
    if (whole || !path.isEmpty()) {
      missing(spot, seen, YamlText.place(file, mapping.getStartMark()), path);
    }
  }

  /** An entry of which nothing is said but its name is still an entry. */
  private void nameOnly(Node value, Spot parent, String name, String path) {
    boolean entry = !parent.keys().containsKey(name) && parent.any().flatMap(Spot::kind).isEmpty();
    boolean empty =
        isNull(value) || (value instanceof MappingNode mapping && mapping.getValue().isEmpty());
    if (entry && empty) {
      declare(value, path, "");
    }
  }

  private void missing(Spot spot, Set<String> seen, Place at, String path) {
    for (String name : spot.required()) {
      if (!seen.contains(name)) {
        String below = DeclaredPath.below(path, name);
        boolean version =
            spot.keys().get(name) != null
                && spot.below(name)
                    .flatMap(Spot::kind)
                    .filter(Version.class::isInstance)
                    .isPresent();
        String add = version ? "add 'schema: " + RecordSchema.VERSION + "'" : "add it";
        problems.add(new RecordProblem(at, below, shown(below) + " is missing; " + add));
      }
    }
  }

  private void value(Node node, ValueKind kind, String path) {
    if (kind instanceof TextList || kind instanceof PathPatterns) {
      list(node, kind, path);
    } else if (kind instanceof Reads && node instanceof MappingNode mapping) {
      bound(mapping, path);
    } else if (node instanceof ScalarNode scalar) {
      scalar(scalar, kind, path);
    } else {
      problem(
          node,
          path,
          shown(path) + " is " + what(node) + "; " + kind.fix("").orElse("write one value"));
    }
  }

  private void scalar(ScalarNode scalar, ValueKind kind, String path) {
    String text = scalar.getValue();
    Optional<String> fix = kind.fix(kind instanceof ValueKind.Text ? text.strip() : text);
    boolean number = kind instanceof WholeNumber || kind instanceof Version;
    if (fix.isPresent()) {
      problem(scalar, path, shown(path) + " is " + Wording.quote(text) + "; " + fix.get());
    } else if (number && scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      problem(scalar, path, shown(path) + " is a text; write " + text + " without quotes");
    } else {
      declare(scalar, path, kind instanceof ValueKind.Text ? text.strip() : text);
    }
  }

  private void list(Node node, ValueKind kind, String path) {
    if (!(node instanceof SequenceNode list)) {
      String shown = node instanceof ScalarNode scalar ? "[" + scalar.getValue() + "]" : "[a, b]";
      problem(node, path, shown(path) + " is " + what(node) + "; write a list: " + shown);
      return;
    }
    Set<String> seen = new HashSet<>();
    int index = 0;
    for (Node item : list.getValue()) {
      String below = path + "." + index++;
      if (!(item instanceof ScalarNode scalar) || isNull(item)) {
        problem(item, below, shown(below) + " is " + what(item) + "; write a text");
      } else if (!seen.add(scalar.getValue())) {
        problem(
            item,
            below,
            shown(path) + " names " + Wording.quote(scalar.getValue()) + " twice; keep one");
      } else {
        scalar(scalar, kind instanceof TextList ? new ValueKind.Text() : kind, below);
      }
    }
  }

  /** {@code {stale-at-most: 5s}}. */
  private void bound(MappingNode mapping, String path) {
    String fix = "; write latest, any, or {stale-at-most: 5s}";
    if (mapping.getValue().size() != 1
        || !(mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key)
        || !(mapping.getValue().get(0).getValueNode() instanceof ScalarNode bound)
        || !key.getValue().equals(Choices.STALE)) {
      problem(mapping, path, shown(path) + " is a mapping with other fields" + fix);
      return;
    }
    Optional<String> wrong = new ValueKind.Duration().fix(bound.getValue());
    if (wrong.isPresent()) {
      String below = path + "." + key.getValue();
      problem(
          bound,
          below,
          shown(below) + " is " + Wording.quote(bound.getValue()) + "; " + wrong.get());
    } else {
      declare(bound, path, key.getValue() + " " + bound.getValue());
    }
  }

  private String unknown(String name, Spot spot, String path) {
    String where = path.isEmpty() ? "no section " : shown(path) + " has no field ";
    String start = path.isEmpty() ? "there is " + where : where;
    Optional<String> near = Wording.nearest(name, spot.keys().keySet());
    if (near.isPresent()) {
      return start + Wording.quote(name) + "; did you mean " + near.get() + "?";
    }
    Optional<String> home = shape.home(name);
    return start
        + Wording.quote(name)
        + home.map(at -> "; it belongs to " + at)
            .orElse("; write one of " + String.join(", ", spot.keys().keySet()));
  }

  private static String example(Spot spot) {
    return spot.any().isPresent()
        ? "'orders: {…}'"
        : "'" + spot.keys().keySet().iterator().next() + ": …'";
  }

  /** How messages call a field; of a file that is a list, its items are counted from 1. */
  private static String shown(String path) {
    Matcher item = ITEM.matcher(path);
    return item.lookingAt()
        ? "item " + (Integer.parseInt(item.group(1)) + 1) + item.replaceFirst("")
        : path;
  }

  private static String field(String path) {
    return path.isEmpty() ? "the file" : shown(path);
  }

  private static String what(Node node) {
    if (node instanceof ScalarNode scalar) {
      return isNull(node) ? "empty" : Wording.quote(scalar.getValue());
    }
    return node instanceof SequenceNode ? "a list" : "a group of fields";
  }

  private void declare(Node node, String path, String text) {
    Place at = YamlText.place(file, node.getStartMark());
    declared.put(path, new Declarations.Declared(text, new Origin.Declared(at)));
  }

  private void problem(Node node, String path, String message) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(new RecordProblem(YamlText.place(file, node.getStartMark()), path, message));
    }
  }
}
