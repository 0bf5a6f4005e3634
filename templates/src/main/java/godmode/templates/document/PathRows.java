package godmode.templates.document;

import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Sighting;
import godmode.core.evidence.Topology;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who waits for whom, and who hands over to whom without waiting. */
final class PathRows {
  private static final Set<ConnectionKind> WAITED_FOR =
      EnumSet.of(
          ConnectionKind.CALL,
          ConnectionKind.ROUTE,
          ConnectionKind.AUTH,
          ConnectionKind.DATA,
          ConnectionKind.COORDINATION);

  private final Topology topology;
  private final String up;

  PathRows(Topology topology, String up) {
    this.topology = topology;
    this.up = up;
  }

  /** One row for each component that waits for others. */
  public record Waiting(String caller, String callees, int count, List<Evidence> at) {}

  /** One row for each broker, or for each pair that needs none. */
  public record Handing(String from, String through, String to, List<Evidence> at) {}

  List<Waiting> waiting() {
    Map<String, List<Connection>> byCaller = new TreeMap<>();
    for (Connection c : topology.connections()) {
      if (WAITED_FOR.contains(c.kind()) && !c.source().equals(c.target())) {
        byCaller.computeIfAbsent(c.source(), id -> new ArrayList<>()).add(c);
      }
    }
    List<Waiting> rows = new ArrayList<>();
    byCaller.forEach(
        (caller, calls) -> {
          List<String> callees = calls.stream().map(Connection::target).distinct().toList();
          rows.add(new Waiting(caller, String.join(", ", callees), callees.size(), seen(calls)));
        });
    return rows;
  }

  List<Handing> handing() {
    List<Handing> rows = new ArrayList<>();
    topology.components().stream()
        .filter(component -> component.type() == ComponentType.BROKER)
        .forEach(broker -> broker(broker.id(), rows));
    for (Connection c : topology.connections()) {
      if (c.kind() == ConnectionKind.MAIL || c.kind() == ConnectionKind.REPLICATION) {
        rows.add(new Handing(c.source(), c.kind().word(), c.target(), seen(List.of(c))));
      }
    }
    return rows;
  }

  private void broker(String broker, List<Handing> rows) {
    List<Connection> all =
        topology.connections().stream().filter(c -> c.target().equals(broker)).toList();
    List<String> from = sources(all, ConnectionKind.PUBLISH);
    List<String> to = sources(all, ConnectionKind.CONSUME);
    List<String> either = sources(all, ConnectionKind.DEPENDENCY);
    if (from.isEmpty() && to.isEmpty() && either.isEmpty()) {
      return;
    }
    List<String> topics =
        topology.topics().stream()
            .filter(topic -> topic.broker().equals(broker))
            .map(topic -> topic.name())
            .distinct()
            .toList();
    rows.add(
        new Handing(
            names(from, either),
            broker + (topics.isEmpty() ? "" : ": " + Rows.some(topics)),
            names(to, either),
            seen(all)));
  }

  /** Where only the address of the broker is known, either side may be meant. */
  private static String names(List<String> known, List<String> either) {
    return known.isEmpty() && !either.isEmpty()
        ? "perhaps " + String.join(", ", either)
        : String.join(", ", known);
  }

  private static List<String> sources(List<Connection> all, ConnectionKind kind) {
    return all.stream().filter(c -> c.kind() == kind).map(Connection::source).distinct().toList();
  }

  /** One place for each of the first connections. */
  private List<Evidence> seen(List<Connection> connections) {
    List<Place> places = new ArrayList<>();
    for (Connection c : connections) {
      c.sightings().stream().map(Sighting::at).findFirst().ifPresent(places::add);
    }
    return Evidence.of(places, up);
  }
}
