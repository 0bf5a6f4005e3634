package godmode.templates.diagram;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Topology;
import godmode.core.review.Review;
import godmode.templates.Values;
import godmode.templates.diagram.Flowchart.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The system as one box, who uses it, and what it uses that others run. */
public final class ContextView {
  private static final String SYSTEM = "\u0000system";

  private ContextView() {}

  /** The flow chart; solid arrows are waited for, dotted ones are not. */
  public static String of(Review review) {
    Topology topology = review.topology();
    Flowchart chart = new Flowchart("LR");
    List<Component> outside = topology.components().stream().filter(c -> isOutside(c)).toList();
    outside.stream()
        .filter(c -> c.type() == ComponentType.USER)
        .forEach(c -> chart.node(c.id(), Shape.ROUND, List.of(c.id())));
    chart.node(SYSTEM, Shape.BOX, system(review));
    outside.stream()
        .filter(c -> c.type() != ComponentType.USER)
        .forEach(
            c ->
                chart.node(
                    c.id(),
                    Shape.ROUND,
                    List.of(c.id(), "(" + c.type().word().replace('-', ' ') + ")")));
    Map<List<String>, List<Connection>> pairs = new LinkedHashMap<>();
    for (Connection connection : topology.connections()) {
      String from = chart.has(connection.source()) ? connection.source() : SYSTEM;
      String to = chart.has(connection.target()) ? connection.target() : SYSTEM;
      if (!from.equals(to)) {
        pairs.computeIfAbsent(List.of(from, to), pair -> new ArrayList<>()).add(connection);
      }
    }
    pairs.forEach((pair, same) -> chart.edge(pair.get(0), pair.get(1), line(same), inside(same)));
    return chart.toString();
  }

  private static boolean isOutside(Component component) {
    return component.type() == ComponentType.USER
        || component.type() == ComponentType.EXTERNAL_SERVICE;
  }

  private static Line line(List<Connection> same) {
    return same.stream().anyMatch(Connection::isSynchronous) ? Line.WAITS : Line.GOES_ON;
  }

  private static List<String> system(Review review) {
    long services = 0;
    Set<String> stores = new TreeSet<>();
    for (Component component : review.topology().components()) {
      if (component.type().keepsState()) {
        stores.add(component.technology().orElse(component.type().word()));
      } else if (component.type() == ComponentType.SERVICE) {
        services++;
      }
    }
    return List.of(
        review.system(),
        review.declared().text("system.purpose").orElse(""),
        services == 0 ? "" : Values.count(services, "service"),
        stores.isEmpty() ? "" : String.join(", ", stores));
  }

  /** Which components of the system are at the end of these arrows that is inside. */
  private static String inside(List<Connection> same) {
    boolean enters = same.stream().allMatch(c -> c.kind() == ConnectionKind.USER);
    List<String> names =
        same.stream().map(c -> enters ? c.target() : c.source()).distinct().sorted().toList();
    return (enters ? "to " : "from ") + Labels.names(names);
  }
}
