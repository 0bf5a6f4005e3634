package godmode.core.evidence;

import godmode.core.fact.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The user, and where the user comes in: at the gateways, load balancers and web applications of
 * each system that can be reached from outside; only where there is none, at its services.
 */
final class EntryPoints {
  private static final Set<ComponentType> FRONT =
      EnumSet.of(
          ComponentType.GATEWAY,
          ComponentType.LOAD_BALANCER,
          ComponentType.WEB_APP,
          ComponentType.WEB_SERVER);

  private final String id;
  private final SortedMap<List<String>, Entry> entries = new TreeMap<>(EntryPoints::compare);

  /** The evidence that one component can be reached in one way. */
  private record Entry(Draft target, String protocol, List<Evidence> evidence) {}

  private EntryPoints(String id) {
    this.id = id;
  }

  private static int compare(List<String> one, List<String> other) {
    int first = one.get(0).compareTo(other.get(0));
    return first != 0 ? first : one.get(1).compareTo(other.get(1));
  }

  static EntryPoints of(
      Collection<Evidence> evidence,
      Drafts drafts,
      Addresses addresses,
      Systems systems,
      TechnologyTypes types,
      Collection<Connection> connections) {
    boolean taken = drafts.all().stream().anyMatch(draft -> draft.id().equalsIgnoreCase("user"));
    EntryPoints points = new EntryPoints(taken ? "end-user" : "user");
    Map<Draft, List<Evidence>> published = new LinkedHashMap<>();
    for (Evidence seen : evidence) {
      if (seen.claim() instanceof Claim.ConnectionSeen claim
          && claim.kind() == ConnectionKind.USER) {
        addresses.owners(claim.target(), seen).stream()
            .filter(Draft::isOwn)
            .forEach(
                target -> published.computeIfAbsent(target, unused -> new ArrayList<>()).add(seen));
      }
    }
    Set<Integer> withFront = new LinkedHashSet<>();
    published.keySet().stream()
        .filter(target -> FRONT.contains(Kind.of(target, types).type()))
        .forEach(target -> withFront.add(target.system(systems)));
    points.addHidden(drafts, withFront, systems, types);
    Set<String> fronts = new LinkedHashSet<>();
    published.keySet().stream()
        .filter(target -> FRONT.contains(Kind.of(target, types).type()))
        .forEach(target -> fronts.add(target.id()));
    Set<String> behindFront = new LinkedHashSet<>();
    connections.stream()
        .filter(one -> one.kind() == ConnectionKind.ROUTE && fronts.contains(one.source()))
        .forEach(one -> behindFront.add(one.target()));
    published.forEach(
        (target, because) -> {
          ComponentType type = Kind.of(target, types).type();
          boolean isFront = FRONT.contains(type);
          if (isFront
              || (type == ComponentType.SERVICE
                  && !behindFront.contains(target.id())
                  && !withFront.contains(target.system(systems)))) {
            because.forEach(
                seen -> points.add(target, seen, ((Claim.ConnectionSeen) seen.claim()).protocol()));
          }
        });
    return points;
  }

  /** A gateway is a way in even where no file publishes its port, unless something is before it. */
  private void addHidden(
      Drafts drafts, Set<Integer> withFront, Systems systems, TechnologyTypes types) {
    List<Draft> hidden =
        drafts.all().stream()
            .filter(Draft::isOwn)
            .filter(draft -> Kind.of(draft, types).type() == ComponentType.GATEWAY)
            .filter(draft -> !withFront.contains(draft.system(systems)))
            .toList();
    for (Draft gateway : hidden) {
      gateway.seen(gateway.presence()).forEach(seen -> add(gateway, seen, ""));
      withFront.add(gateway.system(systems));
    }
  }

  private void add(Draft target, Evidence seen, String protocol) {
    entries
        .computeIfAbsent(
            List.of(target.id(), protocol),
            unused -> new Entry(target, protocol, new ArrayList<>()))
        .evidence
        .add(seen);
  }

  List<Connection> connections() {
    List<Connection> connections = new ArrayList<>();
    for (Entry entry : entries.values()) {
      boolean isVague =
          entry.protocol.isEmpty()
              && entries.values().stream()
                  .anyMatch(e -> e.target == entry.target && !e.protocol.isEmpty());
      if (isVague) {
        continue;
      }
      NavigableSet<Environment> environments = new TreeSet<>();
      entry.evidence.forEach(e -> environments.addAll(Scope.of(e, entry.target.environments())));
      connections.add(
          new Connection(
              id,
              entry.target.id(),
              ConnectionKind.USER,
              entry.protocol,
              List.copyOf(environments),
              Facts.none(id + " -> " + entry.target.id()),
              EvidenceOrder.sightings(entry.evidence)));
    }
    return connections;
  }

  /** The user, where there is a way in. */
  Optional<Component> user() {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<Environment, Facts> facts = new TreeMap<>();
    SortedMap<Environment, List<Platform>> platforms = new TreeMap<>();
    List<Sighting> sightings = new ArrayList<>();
    for (Connection connection : connections()) {
      connection.environments().forEach(e -> facts.put(e, Facts.none(id)));
      connection.environments().forEach(e -> platforms.put(e, List.of()));
      sightings.addAll(connection.sightings());
    }
    return Optional.of(
        new Component(
            id,
            id.equals("user") ? List.of(id) : List.of(id, "user"),
            ComponentType.USER,
            Optional.empty(),
            Presence.ADDRESSED,
            List.of(),
            facts,
            platforms,
            sightings.stream().sorted().distinct().toList()));
  }
}
