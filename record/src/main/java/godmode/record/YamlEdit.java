package godmode.record;

import godmode.record.Shape.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Sets one value in a YAML text and leaves every other character alone. The text is read with its
 * marks, one span of it is replaced or one piece inserted.
 */
final class YamlEdit {
  private final String text;
  private final String lineEnd;
  private final Shape shape;

  YamlEdit(String text, Shape shape) {
    this.text = text;
    this.shape = shape;
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** A value on one line, and its items where it is a list. */
  record Value(String inline, List<String> items) {}

  /** The node at these names. */
  Optional<Node> at(List<String> names) {
    Optional<Node> node = root();
    for (String name : names) {
      node = node.flatMap(here -> child(here, name));
    }
    return node;
  }

  /** The text with the value at these names, which were found to be a field. */
  String set(List<String> names, Value value) {
    Optional<Node> root = root().filter(node -> !ShapeReader.isNull(node));
    if (root.isEmpty()) {
      return terminated(text) + block(0, names, shape.root(), value);
    }
    Node here = root.get();
    Spot spot = shape.root();
    if (isEmpty(here)) {
      return replaced(here, block(0, names, spot, value).stripTrailing());
    }
    for (int i = 0; i < names.size(); i++) {
      Optional<Node> next = child(here, names.get(i));
      if (next.isEmpty()) {
        return insert(here, names.subList(i, names.size()), spot, value);
      }
      boolean last = i == names.size() - 1;
      if (last) {
        return replace(here, next.get(), value);
      }
      spot = spot.below(names.get(i)).orElseThrow();
      if (ShapeReader.isNull(next.get()) || isEmpty(next.get())) {
        return open(here, next.get(), names.subList(i + 1, names.size()), spot, value);
      }
      here = next.get();
    }
    throw new IllegalArgumentException("no name leads to a value");
  }

  /** The text with another name for the last of these, which is a key of a mapping. */
  String renamed(List<String> names, String name) {
    Node parent = at(names.subList(0, names.size() - 1)).orElseThrow();
    String last = names.get(names.size() - 1);
    for (NodeTuple tuple : ((MappingNode) parent).getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(last)) {
        return replaced(key, YamlWords.key(name));
      }
    }
    throw new IllegalArgumentException(last + " is no key here");
  }

  private Optional<Node> root() {
    return YamlText.read("", text).root();
  }

  static Optional<Node> child(Node node, String name) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(
              tuple -> tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
          .map(NodeTuple::getValueNode)
          .findFirst();
    }
    if (node instanceof SequenceNode sequence && name.matches("\\d{1,6}")) {
      int index = Integer.parseInt(name);
      return index < sequence.getValue().size()
          ? Optional.of(sequence.getValue().get(index))
          : Optional.empty();
    }
    return Optional.empty();
  }

  // ---- a value that is there

  private String replace(Node parent, Node old, Value value) {
    int start = index(old.getStartMark());
    if (ShapeReader.isNull(old) && ((ScalarNode) old).getValue().isEmpty()) {
      boolean colon = start > 0 && text.charAt(start - 1) == ':';
      return spliced(start, start, (colon ? " " : isFlow(parent) ? ": " : " ") + value.inline());
    }
    if (old instanceof SequenceNode && !isFlow(old) && !value.items().isEmpty()) {
      String between = lineEnd + " ".repeat(old.getStartMark().getColumn()) + "- ";
      return spliced(start, end(old), "- " + String.join(between, value.items()));
    }
    return replaced(old, value.inline());
  }

  private String replaced(Node old, String with) {
    int start = index(old.getStartMark());
    int end = end(old);
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--; // a block scalar ends after its line breaks
    }
    return spliced(start, end, with);
  }

  // ---- a value that is not there

  /** Fills a section or entry that holds nothing yet. */
  private String open(Node parent, Node empty, List<String> names, Spot spot, Value value) {
    int start = index(empty.getStartMark());
    int end = index(empty.getEndMark());
    int lineStart = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    boolean alone = text.substring(lineStart, start).isBlank();
    if (isFlow(parent) || alone || !(parent instanceof MappingNode mapping)) {
      boolean colon = start > 0 && text.charAt(start - 1) == ':';
      return spliced(start, end, (colon ? " " : "") + flow(names, spot, value));
    }
    int lineBreak = text.indexOf('\n', end);
    int lineStop = lineBreak < 0 ? text.length() : lineBreak + 1;
    String rest = text.substring(end, lineStop);
    String before = text.substring(0, start);
    String head = rest.isBlank() ? before.stripTrailing() + rest.stripLeading() : before + rest;
    String line = rest.isBlank() && !head.endsWith("\n") ? head + lineEnd : terminated(head);
    int indent = column(mapping) + 2;
    return line + block(indent, names, spot, value) + text.substring(lineStop);
  }

  private String insert(Node parent, List<String> names, Spot spot, Value value) {
    if (parent instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue();
      int end = end(items.get(items.size() - 1));
      if (isFlow(sequence)) {
        return spliced(
            end,
            end,
            ", " + flow(names.subList(1, names.size()), spot.items().orElseThrow(), value));
      }
      return lines(end, block(sequence.getStartMark().getColumn(), names, spot, value), false);
    }
    if (!(parent instanceof MappingNode mapping)) {
      throw new IllegalArgumentException(names + " cannot stand below a single value");
    }
    Optional<NodeTuple> before = before(mapping, names.get(0), spot);
    NodeTuple first = mapping.getValue().get(0);
    if (isFlow(mapping)) {
      String entry = flowEntry(names, spot, value);
      int firstKey = index(first.getKeyNode().getStartMark());
      return before
          .map(tuple -> spliced(end(tuple), end(tuple), ", " + entry))
          .orElseGet(() -> spliced(firstKey, firstKey, entry + ", "));
    }
    String block = block(column(mapping), names, spot, value);
    boolean top = column(mapping) == 0 && spot == shape.root();
    int firstLine = lineStart(index(first.getKeyNode().getStartMark()));
    boolean canStandFirst =
        text.substring(firstLine, index(first.getKeyNode().getStartMark())).isBlank();
    if (before.isEmpty() && canStandFirst) {
      int at = aboveComments(firstLine);
      return spliced(at, at, block);
    }
    return lines(end(before.orElse(first)), block, top);
  }

  /** The last field in the text that belongs before a new one; the last of all for free names. */
  private static Optional<NodeTuple> before(MappingNode mapping, String name, Spot spot) {
    List<String> order = new ArrayList<>(spot.keys().keySet());
    int place = order.indexOf(name);
    Optional<NodeTuple> before = Optional.empty();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (place < 0 || order.indexOf(key) < place) {
        before = Optional.of(tuple);
      }
    }
    return before;
  }

  /** Inserts whole lines after the line in which something ends. */
  private String lines(int after, String block, boolean section) {
    int at = after > 0 && text.charAt(after - 1) == '\n' ? after : text.indexOf('\n', after) + 1;
    if (at == 0) {
      at = text.length();
    }
    String head = terminated(text.substring(0, at));
    String tail = text.substring(at);
    boolean spaced = tail.isEmpty() ? head.contains("\n" + lineEnd) : tail.startsWith(lineEnd);
    return head + (section && spaced ? lineEnd : "") + block + tail;
  }

  // ---- how new text looks

  private String block(int indent, List<String> names, Spot spot, Value value) {
    String margin = " ".repeat(indent);
    if (spot.items().isPresent()) {
      List<String> rest = names.subList(1, names.size());
      String item = block(indent + 2, rest, spot.items().get(), value);
      return margin + "- " + item.substring(indent + 2);
    }
    String key = margin + YamlWords.key(names.get(0)) + ":";
    if (names.size() == 1) {
      return key + " " + value.inline() + lineEnd;
    }
    Spot below = spot.below(names.get(0)).orElseThrow();
    return key + lineEnd + block(indent + 2, names.subList(1, names.size()), below, value);
  }

  private static String flow(List<String> names, Spot spot, Value value) {
    if (spot.items().isPresent()) {
      return "[" + flow(names.subList(1, names.size()), spot.items().get(), value) + "]";
    }
    return "{" + flowEntry(names, spot, value) + "}";
  }

  private static String flowEntry(List<String> names, Spot spot, Value value) {
    String key = YamlWords.key(names.get(0)) + ": ";
    if (names.size() == 1) {
      return key + value.inline();
    }
    Spot below = spot.below(names.get(0)).orElseThrow();
    return key + flow(names.subList(1, names.size()), below, value);
  }

  // ---- where things are

  private static boolean isFlow(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.FLOW;
  }

  private static boolean isEmpty(Node node) {
    return node instanceof CollectionNode<?> collection && collection.getValue().isEmpty();
  }

  private static int column(MappingNode mapping) {
    return mapping.getValue().get(0).getKeyNode().getStartMark().getColumn();
  }

  /** Where a node ends: a block collection where its last part does, not where the next begins. */
  private int end(Node node) {
    if (node instanceof CollectionNode<?> && !isFlow(node) && !isEmpty(node)) {
      if (node instanceof MappingNode mapping) {
        return end(mapping.getValue().get(mapping.getValue().size() - 1));
      }
      List<Node> items = ((SequenceNode) node).getValue();
      return end(items.get(items.size() - 1));
    }
    return index(node.getEndMark());
  }

  private int end(NodeTuple tuple) {
    return Math.max(end(tuple.getValueNode()), index(tuple.getKeyNode().getEndMark()));
  }

  /** Marks count code points, strings count UTF-16 units. */
  private int index(Mark mark) {
    return text.offsetByCodePoints(
        0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
  }

  private int lineStart(int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  /** Comments directly above a line belong to it. */
  private int aboveComments(int lineStart) {
    int at = lineStart;
    while (at > 0 && text.substring(lineStart(at - 1), at).stripLeading().startsWith("#")) {
      at = lineStart(at - 1);
    }
    return at;
  }

  private String spliced(int start, int end, String with) {
    return text.substring(0, start) + with + text.substring(end);
  }

  private String terminated(String head) {
    return head.isEmpty() || head.endsWith("\n") ? head : head + lineEnd;
  }
}
