package godmode.templates.diagram;

import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Mermaid flow chart in the making. Ids are counted and labels are escaped here, so that no name
 * of a repository becomes syntax.
 */
final class Flowchart {
  /** Longer labels are cut: a picture shows which one it is, and the table beside it the rest. */
  private static final int LABEL_MAX = 60;

  /** Names that are too long for one line are broken after one of these. */
  private static final int BREAK_AFTER = 24;

  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<Integer> waiting = new ArrayList<>();
  private final List<Integer> going = new ArrayList<>();
  private int depth;
  private int groups;
  private int arrows;

  /** What an arrow means. */
  enum Line {
    /** Who sends waits for the answer. */
    WAITS("-->"),
    /** Who sends goes on. */
    GOES_ON("-.->"),
    /** Copies follow. */
    COPIES("==>"),
    /** Belongs together; nothing flows. */
    BESIDE("---");

    private final String arrow;

    Line(String arrow) {
      this.arrow = arrow;
    }
  }

  /**
   * @param direction {@code LR} or {@code TB}
   */
  Flowchart(String direction) {
    out.append("flowchart ").append(direction).append('\n');
  }

  /** Whether a node of that key was drawn. */
  boolean has(String key) {
    return ids.containsKey(key);
  }

  /** A node with its lines of text; the first is its name. */
  void node(String key, Shape shape, List<String> lines) {
    String id = ids.computeIfAbsent(key, unused -> "n" + (ids.size() + 1));
    indent().append(id).append(shape.around(label(lines))).append('\n');
  }

  private static String label(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .map(line -> escaped(Untrusted.clipped(line, LABEL_MAX)))
        .collect(Collectors.joining("<br/>"));
  }

  /** Broken at a hyphen where it is too long for one line; words in brackets stay whole. */
  private static String escaped(String line) {
    int at = line.length() > BREAK_AFTER + 4 ? line.indexOf('-', BREAK_AFTER / 2) : -1;
    if (at < 0 || at > BREAK_AFTER || line.indexOf(' ') >= 0) {
      return Untrusted.mermaid(line);
    }
    return Untrusted.mermaid(line.substring(0, at + 1))
        + "<br/>"
        + Untrusted.mermaid(line.substring(at + 1));
  }

  /** Begins a box around the nodes that follow. */
  void open(String title) {
    groups++;
    indent().append("subgraph g").append(groups).append("[\"");
    out.append(Untrusted.mermaid(Untrusted.clipped(title, LABEL_MAX))).append("\"]\n");
    depth++;
  }

  /** Ends the box that was begun last. */
  void close() {
    depth--;
    indent().append("end\n");
  }

  private StringBuilder indent() {
    return out.append("  ".repeat(depth + 1));
  }

  /** Lays out the nodes that have no arrows in rows, which Mermaid would put into one column. */
  void rows(List<String> keys, int width) {
    for (int i = 0; i + width < keys.size(); i++) {
      indent()
          .append(ids.get(keys.get(i)))
          .append(" ~~~ ")
          .append(ids.get(keys.get(i + width)))
          .append('\n');
      arrows++;
    }
  }

  /** An arrow between two nodes that were drawn; its text may be empty. */
  void edge(String from, String to, Line line, String text) {
    out.append("  ").append(ids.get(from)).append(' ').append(line.arrow);
    if (!text.isEmpty()) {
      out.append("|\"").append(Untrusted.mermaid(Untrusted.clipped(text, LABEL_MAX))).append("\"|");
    }
    out.append(' ').append(ids.get(to)).append('\n');
    if (line == Line.WAITS) {
      waiting.add(arrows);
    } else if (line == Line.GOES_ON) {
      going.add(arrows);
    }
    arrows++;
  }

  /** Draws what is waited for and what is not in two colours that can be told apart on any page. */
  void colour() {
    style(waiting, "#1f6feb");
    style(going, "#d9730d");
  }

  private void style(List<Integer> which, String colour) {
    if (!which.isEmpty()) {
      out.append("  linkStyle ")
          .append(which.stream().map(String::valueOf).collect(Collectors.joining(",")))
          .append(" stroke:")
          .append(colour)
          .append('\n');
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
