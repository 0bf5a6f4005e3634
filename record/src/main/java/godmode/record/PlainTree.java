package godmode.record;

import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML or JSON text without a shape of its own: fields, items or one word, each with its place.
 *
 * @param text of one word; empty where there are fields or items
 */
public record PlainTree(
    Place at, String text, Map<String, PlainTree> fields, List<PlainTree> items) {

  /**
   * A text that was read.
   *
   * @param tree empty if it says nothing, or cannot be read
   * @param problems why it cannot be read
   */
  public record Reading(Optional<PlainTree> tree, List<RecordProblem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  public PlainTree {
    fields = new LinkedHashMap<>(fields);
    items = List.copyOf(items);
  }

  /** Reads a text; a name that ends with {@code .json} is read as JSON. */
  public static Reading read(String file, String text) {
    YamlText.Tree tree = YamlText.read(file, text);
    List<RecordProblem> problems = new ArrayList<>(tree.problems());
    Optional<PlainTree> plain = tree.root().map(root -> of(file, root, problems));
    return new Reading(problems.isEmpty() ? plain : Optional.empty(), problems);
  }

  private static PlainTree of(String file, Node node, List<RecordProblem> problems) {
    Place at = YamlText.place(file, node.getStartMark());
    Map<String, PlainTree> fields = new LinkedHashMap<>();
    List<PlainTree> items = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple field : mapping.getValue()) {
        Place place = YamlText.place(file, field.getKeyNode().getStartMark());
        String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
        if (name.isEmpty() || fields.containsKey(name)) {
          problems.add(
              new RecordProblem(
                  place,
                  name,
                  name.isEmpty()
                      ? "the name of a field is one word"
                      : "'" + name + "' stands here twice; keep one"));
        } else {
          fields.put(name, of(file, field.getValueNode(), problems));
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> items.add(of(file, item, problems)));
    }
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    return new PlainTree(at, text, fields, items);
  }

  /** Whether it is one word. */
  public boolean isWord() {
    return fields.isEmpty() && items.isEmpty();
  }
}
