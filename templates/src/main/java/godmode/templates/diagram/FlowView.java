package godmode.templates.diagram;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Topology;
import godmode.templates.TopologyGraph;
import godmode.templates.diagram.Flowchart.Line;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which way data goes. In one colour where the sender waits for the answer, in the other, and
 * dotted, where it goes on; a broker is drawn with its topics, and its arrows lead from who
 * publishes to who consumes. Of a large system this shows the path that reaches farthest and
 * whatever goes through a broker.
 */
public final class FlowView {
  private static final Set<ConnectionKind> FLOWS =
      EnumSet.of(
          ConnectionKind.CALL,
          ConnectionKind.ROUTE,
          ConnectionKind.AUTH,
          ConnectionKind.DATA,
          ConnectionKind.COORDINATION,
          ConnectionKind.USER,
          ConnectionKind.PUBLISH,
          ConnectionKind.CONSUME,
          ConnectionKind.REPLICATION,
          ConnectionKind.MAIL);

  private FlowView() {}

  /**
   * The flow chart; nothing where nothing flows, nor where all of it is waited for and the
   * containers fit into one picture, which then shows the same.
   */
  public static Optional<String> of(Topology topology, List<String> farthest) {
    boolean large = topology.components().size() > TopologyGraph.LARGE;
    List<Connection> flowing =
        topology.connections().stream()
            .filter(c -> FLOWS.contains(c.kind()))
            .filter(c -> !c.source().equals(c.target()))
            .filter(c -> topology.component(c.source()).isPresent())
            .filter(c -> topology.component(c.target()).isPresent())
            .filter(c -> !large || isOn(farthest, c) || touchesBroker(topology, c))
            .toList();
    boolean tells = large || flowing.stream().anyMatch(c -> !c.isSynchronous());
    if (flowing.isEmpty() || !tells) {
      return Optional.empty();
    }
    Set<String> drawn = new LinkedHashSet<>();
    farthest.stream().filter(id -> topology.component(id).isPresent()).forEach(drawn::add);
    flowing.forEach(
        c -> {
          drawn.add(c.source());
          drawn.add(c.target());
        });
    Flowchart chart = new Flowchart("LR");
    drawn.forEach(id -> topology.component(id).ifPresent(c -> node(chart, topology, c)));
    Map<List<String>, List<Connection>> pairs = new LinkedHashMap<>();
    for (Connection c : flowing) {
      boolean pulled = c.kind() == ConnectionKind.CONSUME;
      pairs
          .computeIfAbsent(
              pulled ? List.of(c.target(), c.source()) : List.of(c.source(), c.target()),
              pair -> new ArrayList<>())
          .add(c);
    }
    pairs.forEach((ends, same) -> chart.edge(ends.get(0), ends.get(1), line(same), ""));
    chart.colour();
    return Optional.of(chart.toString());
  }

  private static boolean isOn(List<String> path, Connection c) {
    int at = path.indexOf(c.source());
    return at >= 0 && at + 1 < path.size() && path.get(at + 1).equals(c.target());
  }

  private static boolean touchesBroker(Topology topology, Connection c) {
    return topology
        .component(c.target())
        .filter(target -> target.type() == ComponentType.BROKER)
        .isPresent();
  }

  private static void node(Flowchart chart, Topology topology, Component component) {
    List<String> lines = new ArrayList<>(List.of(component.id()));
    topology.topics().stream()
        .filter(topic -> topic.broker().equals(component.id()))
        .map(topic -> topic.name())
        .distinct()
        .limit(4)
        .forEach(lines::add);
    chart.node(component.id(), Shape.of(component.type()), lines);
  }

  private static Line line(List<Connection> same) {
    if (same.stream().anyMatch(c -> c.kind() == ConnectionKind.REPLICATION)) {
      return Line.COPIES;
    }
    return same.stream().allMatch(c -> !c.isSynchronous()) ? Line.GOES_ON : Line.WAITS;
  }
}
