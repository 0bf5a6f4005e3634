package godmode.record;

import godmode.core.fact.Place;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A YAML or JSON text of people's as a tree with places. Only plain trees are read: no anchors, no
 * tags, one document, bounded in size and depth.
 */
final class YamlText {
  /** Characters of one file. */
  static final int CHARS_MAX = 5_000_000;

  /** Mappings and lists within each other. */
  static final int NESTING_MAX = 32;

  private YamlText() {}

  /**
   * A text as a tree.
   *
   * @param root empty if the text says nothing, or cannot be read
   * @param problems why it cannot be read; at most one
   */
  record Tree(Optional<Node> root, List<RecordProblem> problems) {}

  static Tree read(String file, String text) {
    if (text.length() > CHARS_MAX) {
      return refused(Place.startOf(file), "the file is larger than 5 MB; split it or shorten it");
    }
    String yaml = file.endsWith(".json") ? asYaml(text) : text;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(CHARS_MAX);
    options.setNestingDepthLimit(NESTING_MAX + 1);
    try {
      Optional<Tree> refused = scan(file, yaml, options);
      return refused.orElseGet(
          () ->
              new Tree(
                  Optional.ofNullable(new Yaml(options).compose(new StringReader(yaml))),
                  List.of()));
    } catch (MarkedYAMLException malformed) {
      Mark mark = malformed.getProblemMark();
      Place at = mark == null ? Place.startOf(file) : place(file, mark);
      return refused(
          at,
          "this is no valid YAML: "
              + malformed.getProblem()
              + "; check indentation, quotes and brackets here and in the line before");
    } catch (ReaderException unprintable) {
      int line =
          1 + (int) yaml.chars().limit(unprintable.getPosition()).filter(c -> c == '\n').count();
      return refused(new Place(file, line, 1), "this line holds a control character; take it out");
    } catch (YAMLException other) {
      return refused(Place.startOf(file), "this is no valid YAML: " + other.getMessage());
    }
  }

  /** JSON is YAML except for tabs between tokens and the escape {@code \/}. */
  private static String asYaml(String json) {
    StringBuilder yaml = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\' && i + 1 < json.length()) {
        char escaped = json.charAt(++i);
        yaml.append(escaped == '/' ? "/" : "\\" + escaped);
      } else {
        yaml.append(c == '\t' ? ' ' : c);
      }
    }
    return yaml.toString();
  }

  static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Tree refused(Place at, String message) {
    return new Tree(Optional.empty(), List.of(new RecordProblem(at, "", message)));
  }

  /** Looks for what is not read, before anything is built from it. */
  private static Optional<Tree> scan(String file, String yaml, LoaderOptions options) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Yaml(options).parse(new StringReader(yaml))) {
      Optional<String> refusal = refusal(event);
      if (event instanceof CollectionStartEvent && ++depth > NESTING_MAX) {
        refusal =
            Optional.of("more than " + NESTING_MAX + " levels are nested here; nothing needs that");
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof DocumentStartEvent && ++documents > 1) {
        refusal = Optional.of("a second document begins here; keep one document in the file");
      }
      if (refusal.isPresent()) {
        return Optional.of(refused(place(file, event.getStartMark()), refusal.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> refusal(Event event) {
    boolean anchored =
        event instanceof AliasEvent
            || (event instanceof NodeEvent node && node.getAnchor() != null);
    if (anchored) {
      return Optional.of("anchors and aliases are not read here; write the value out");
    }
    boolean tagged =
        (event instanceof ScalarEvent scalar && scalar.getTag() != null)
            || (event instanceof CollectionStartEvent start && start.getTag() != null);
    return tagged
        ? Optional.of("tags are not read here; leave out what begins with '!'")
        : Optional.empty();
  }
}
