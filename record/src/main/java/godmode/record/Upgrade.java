package godmode.record;

import godmode.core.design.Declarations;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A design record of an older version of the format as one of today: comments, order and everything
 * that means the same stay as they are.
 *
 * @param from the version that the text has
 * @param text in today's format
 * @param problem why it cannot be read: the version is newer than this program
 */
record Upgrade(int from, String text, Optional<RecordProblem> problem) {
  /** Each leads from the version that is its index to the next one. */
  static final List<UnaryOperator<String>> STEPS = List.of(Upgrade::numbered);

  /**
   * Looks at the version of a text.
   *
   * @param file what problems call it
   * @param unnumbered the version of a text that says none
   */
  static Upgrade of(String file, String text, int unnumbered) {
    return of(file, text, unnumbered, STEPS);
  }

  static Upgrade of(String file, String text, int unnumbered, List<UnaryOperator<String>> steps) {
    int current = steps.size();
    Optional<Node> root = YamlText.read(file, text).root();
    Optional<Node> schema = root.flatMap(node -> YamlEdit.child(node, "schema"));
    boolean readable = root.filter(MappingNode.class::isInstance).isPresent();
    int from = schema.map(node -> number(node, current)).orElse(readable ? unnumbered : current);
    if (from > current) {
      Place at = schema.map(node -> YamlText.place(file, node.getStartMark())).orElseThrow();
      return new Upgrade(
          from,
          text,
          Optional.of(
              new RecordProblem(
                  at,
                  "schema",
                  "schema is "
                      + from
                      + ", and this godmode knows versions up to "
                      + current
                      + "; update godmode. The file stays as it is")));
    }
    String now = text;
    for (int version = from; version < current; version++) {
      now = steps.get(version).apply(now);
    }
    return new Upgrade(from, now, Optional.empty());
  }

  private static int number(Node node, int current) {
    return node instanceof ScalarNode scalar && scalar.getValue().matches("\\d{1,6}")
        ? Integer.parseInt(scalar.getValue())
        : current;
  }

  /** The first records had no version, and {@code decided} left out the section {@code data}. */
  private static String numbered(String text) {
    String now = text;
    for (String name : decided(text)) {
      boolean shortened =
          RecordSchema.kindAt(name).isEmpty() && RecordSchema.kindAt("data." + name).isPresent();
      if (shortened) {
        now =
            new YamlEdit(now, RecordSchema.shape())
                .renamed(List.of("decided", name), "data." + name);
      }
    }
    return new YamlEdit(now, RecordSchema.shape())
        .set(List.of("schema"), new YamlEdit.Value("1", List.of()));
  }

  private static List<String> decided(String text) {
    List<String> names = new ArrayList<>();
    new YamlEdit(text, RecordSchema.shape())
        .at(List.of("decided"))
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .ifPresent(
            mapping -> {
              for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                  names.add(key.getValue());
                }
              }
            });
    return names;
  }

  /** Declarations of the new text with the places that they have in the old one. */
  Declarations placed(Declarations read, String original) {
    if (original.equals(text)) {
      return read;
    }
    int[] lines = lines(original.lines().toList(), text.lines().toList());
    Map<String, Declarations.Declared> placed = new LinkedHashMap<>();
    read.all()
        .forEach(
            (path, said) ->
                placed.put(
                    path,
                    said.origin()
                        .place()
                        .map(
                            at ->
                                new Declarations.Declared(
                                    said.text(),
                                    new Origin.Declared(
                                        new Place(at.file(), lines[at.line() - 1], at.column()))))
                        .orElse(said)));
    return Declarations.of(placed);
  }

  /** For each new line the old one that it stands for; a line that was put in has the next one. */
  private static int[] lines(List<String> before, List<String> after) {
    int[] lines = new int[after.size() + 1];
    int old = 0;
    for (int i = 0; i < after.size(); i++) {
      boolean ended = old >= before.size();
      lines[i] = Math.min(old, Math.max(0, before.size() - 1)) + 1;
      boolean putIn =
          !ended
              && !before.get(old).equals(after.get(i))
              && after.subList(i + 1, after.size()).contains(before.get(old));
      if (!ended && !putIn) {
        old++;
      }
    }
    lines[after.size()] = Math.max(1, before.size());
    return lines;
  }
}
