package godmode.detectors.read.yaml;

import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Builds the tree of one document from the parser's events.
 *
 * <p>Events, not SnakeYAML's nodes: only they tell explicit tags from guessed ones, and a node
 * graph has its own limits on aliases and keeps the last of two equal keys without a word.
 */
final class DocumentTree {
  private static final String STANDARD_TAGS = "tag:yaml.org,2002:";
  private static final String MERGE = "<<";

  private final Parser parser;
  private final Origin origin;
  private final List<ReadProblem> notices;
  private final long nodesMax;
  private final Map<String, Located> anchors = new HashMap<>();
  private long nodes;
  private int depth;

  DocumentTree(Parser parser, Origin origin, List<ReadProblem> notices, long nodesMax) {
    this.parser = parser;
    this.origin = origin;
    this.notices = notices;
    this.nodesMax = nodesMax;
  }

  /** The next value. */
  Located value() {
    Event event = parser.getEvent();
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    Place at = origin.place(event.getStartMark());
    count(at, 1);
    Located value;
    if (event instanceof ScalarEvent scalar) {
      value = tagged(scalar(scalar), scalar.getTag());
    } else {
      CollectionStartEvent start = (CollectionStartEvent) event;
      forget(start);
      depth++;
      checkDepth(at, depth);
      value = tagged(event.is(Event.ID.MappingStart) ? mapping(at) : sequence(at), start.getTag());
      depth--;
    }
    remember((NodeEvent) event, value);
    return value;
  }

  private Located alias(AliasEvent alias) {
    Place at = origin.place(alias.getStartMark());
    Located target = anchors.get(alias.getAnchor());
    if (target == null) {
      throw new RefusedDocument(
          at,
          "alias *"
              + alias.getAnchor()
              + " has no finished anchor before it; define &"
              + alias.getAnchor()
              + " above, outside of itself");
    }
    count(at, target.nodes());
    checkDepth(at, depth + target.depth());
    return target;
  }

  /**
   * An anchor that is being defined hides an older one of its name, so that no value is in itself.
   */
  private void forget(NodeEvent event) {
    if (event.getAnchor() != null) {
      anchors.remove(event.getAnchor());
    }
  }

  private void remember(NodeEvent event, Located value) {
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), value);
    }
  }

  private Located scalar(ScalarEvent event) {
    Place at = origin.place(event.getStartMark());
    ScalarStyle style = event.getScalarStyle();
    boolean plain = style == ScalarStyle.PLAIN;
    Place textAt = at;
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      textAt = origin.below(event.getStartMark());
    } else if (!plain) {
      textAt = origin.behind(event.getStartMark());
    }
    boolean text = !plain || (STANDARD_TAGS + "str").equals(event.getTag());
    return Located.scalar(at, textAt, event.getValue(), text);
  }

  private Located sequence(Place at) {
    List<Located> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(value());
    }
    parser.getEvent();
    return Located.sequence(at, items);
  }

  private Located mapping(Place at) {
    MappingEntries entries = new MappingEntries(notices);
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Located key = value();
      Located value = value();
      if (key.isScalar() && !key.quoted() && key.written().equals(MERGE)) {
        count(value.place(), entries.merge(value));
      } else {
        entries.own(key, value);
      }
    }
    parser.getEvent();
    return Located.mapping(at, entries.inOrder());
  }

  private static Located tagged(Located value, @Nullable String tag) {
    if (tag == null || tag.equals("!")) {
      return value;
    }
    String standard = tag.startsWith(STANDARD_TAGS) ? tag.substring(STANDARD_TAGS.length()) : "";
    return switch (standard) {
      case "str", "int", "float", "bool", "null", "map", "seq" -> value;
      case "" -> value.withTag(tag);
      default -> value.withTag("!!" + standard);
    };
  }

  private void count(Place at, long more) {
    nodes += more;
    if (nodes > nodesMax) {
      throw new RefusedDocument(
          at,
          String.format(
              Locale.ROOT,
              "more than %,d values once aliases are expanded, this document is not read;"
                  + " use fewer aliases or split the file",
              YamlReader.NODES_MAX));
    }
  }

  private static void checkDepth(Place at, int depth) {
    if (depth > YamlReader.NESTING_MAX) {
      throw new RefusedDocument(
          at,
          "values are nested deeper than "
              + YamlReader.NESTING_MAX
              + " levels, this document is not read; flatten it");
    }
  }
}
