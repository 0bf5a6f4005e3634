package godmode.templates;

import godmode.core.evidence.Component;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Topology;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is drawn of a topology. In a large system a store that one component alone uses is drawn
 * inside it, and what everybody does alike (register, fetch configuration, report) is in the
 * background; so forty services stay readable.
 *
 * @param boxes in the order of the topology
 * @param arrows one for each pair of boxes and layer
 * @param isLarge whether something had to be left out of sight
 */
public record TopologyGraph(List<Box> boxes, List<Arrow> arrows, boolean isLarge) {
  /** Above this many components a picture needs to leave something out. */
  public static final int LARGE = 16;

  private static final Set<ConnectionKind> BACKGROUND =
      EnumSet.of(
          ConnectionKind.ADMIN,
          ConnectionKind.CONFIG,
          ConnectionKind.DISCOVERY,
          ConnectionKind.LOG,
          ConnectionKind.METRICS,
          ConnectionKind.TRACE);

  public TopologyGraph {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /**
   * A component, and the stores that only it uses.
   *
   * @param owned drawn inside its box, sorted as in the topology
   */
  public record Box(Component component, List<Component> owned) {
    public Box {
      owned = List.copyOf(owned);
    }

    /** The id of the component that the box is about. */
    public String id() {
      return component.id();
    }
  }

  /**
   * What flows from one box to another.
   *
   * @param background whether it is what everybody does alike
   */
  public record Arrow(
      String source, String target, List<Connection> connections, boolean background) {
    public Arrow {
      connections = List.copyOf(connections);
    }

    /** Whether nobody waits for an answer. */
    public boolean isAsynchronous() {
      return connections.stream().noneMatch(Connection::isSynchronous);
    }

    /** Whether data is copied along it. */
    public boolean isReplicating() {
      return connections.stream().anyMatch(c -> c.kind() == ConnectionKind.REPLICATION);
    }
  }

  public static TopologyGraph of(Topology topology) {
    boolean large = topology.components().size() > LARGE;
    List<Connection> drawn =
        topology.connections().stream()
            .filter(c -> topology.component(c.source()).isPresent())
            .filter(c -> topology.component(c.target()).isPresent())
            .filter(c -> !c.source().equals(c.target()))
            .toList();
    Map<String, String> owners = large ? owners(topology, drawn) : Map.of();
    return new TopologyGraph(boxes(topology, owners), arrows(drawn, owners, large), large);
  }

  /** The only user of each store that has just one; a user is in no box itself. */
  private static Map<String, String> owners(Topology topology, List<Connection> connections) {
    Map<String, Set<String>> users = new LinkedHashMap<>();
    Set<String> callers = new HashSet<>();
    for (Connection connection : connections) {
      callers.add(connection.source());
      if (!BACKGROUND.contains(connection.kind())) {
        users
            .computeIfAbsent(connection.target(), unused -> new LinkedHashSet<>())
            .add(connection.source());
      }
    }
    Map<String, String> owners = new LinkedHashMap<>();
    for (Component component : topology.components()) {
      Set<String> of = users.getOrDefault(component.id(), Set.of());
      if (component.type().keepsState() && of.size() == 1 && !callers.contains(component.id())) {
        owners.put(component.id(), of.iterator().next());
      }
    }
    return owners;
  }

  private static List<Box> boxes(Topology topology, Map<String, String> owners) {
    return topology.components().stream()
        .filter(component -> !owners.containsKey(component.id()))
        .map(
            component ->
                new Box(
                    component,
                    topology.components().stream()
                        .filter(c -> component.id().equals(owners.get(c.id())))
                        .toList()))
        .toList();
  }

  private static List<Arrow> arrows(
      List<Connection> connections, Map<String, String> owners, boolean large) {
    Map<List<Object>, List<Connection>> byPair = new LinkedHashMap<>();
    for (Connection connection : connections) {
      String target = connection.target();
      if (!connection.source().equals(owners.get(target))) {
        String to = owners.getOrDefault(target, target);
        boolean background = large && BACKGROUND.contains(connection.kind());
        byPair
            .computeIfAbsent(List.of(connection.source(), to, background), k -> new ArrayList<>())
            .add(connection);
      }
    }
    List<Arrow> arrows = new ArrayList<>();
    byPair.forEach(
        (pair, same) ->
            arrows.add(
                new Arrow(
                    same.get(0).source(), String.valueOf(pair.get(1)), same, pair.contains(true))));
    return arrows;
  }
}
