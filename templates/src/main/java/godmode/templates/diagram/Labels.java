package godmode.templates.diagram;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Topology;
import godmode.templates.TopologyGraph.Box;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in nodes and beside arrows. */
final class Labels {
  private static final int NAMES_MAX = 3;

  /** What an arrow means when nothing is written beside it. */
  private static final Set<ConnectionKind> PLAIN =
      EnumSet.of(ConnectionKind.CALL, ConnectionKind.ROUTE, ConnectionKind.USER);

  private Labels() {}

  /** The lines of a container: its name, what it is, and what it keeps to itself. */
  static List<String> container(Box box, Topology topology) {
    Component component = box.component();
    String kind = component.type().word();
    if (component.type() == ComponentType.USER) {
      return List.of(component.id());
    }
    String technology =
        component
            .technology()
            .filter(id -> !id.equals(kind) && !id.equals(component.id()))
            .orElse("");
    return List.of(
        component.id(),
        "(" + kind + (technology.isEmpty() ? "" : ", " + technology) + times(component) + ")",
        topics(component, topology),
        box.owned().isEmpty()
            ? ""
            : "with " + names(box.owned().stream().map(Component::id).toList()));
  }

  /** How many run, where that is more than one. */
  static String times(Component component) {
    Optional<Integer> n = component.replicas().value().filter(count -> count > 1);
    return n.map(count -> ", ×" + count).orElse("");
  }

  private static String topics(Component component, Topology topology) {
    List<String> names =
        topology.topics().stream()
            .filter(topic -> topic.broker().equals(component.id()))
            .map(topic -> topic.name())
            .distinct()
            .toList();
    return names.isEmpty() ? "" : names(names);
  }

  /** The first few names and how many more there are. */
  static String names(List<String> names) {
    int more = names.size() - NAMES_MAX;
    return more > 0
        ? String.join(", ", names.subList(0, NAMES_MAX)) + " and " + more + " more"
        : String.join(", ", names);
  }

  /** What flows along an arrow: the protocols, else the kinds. */
  static String flow(List<Connection> connections) {
    return connections.stream()
        .filter(c -> !c.protocol().isEmpty() || !PLAIN.contains(c.kind()))
        .map(c -> c.protocol().isEmpty() ? c.kind().word() : c.protocol())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
