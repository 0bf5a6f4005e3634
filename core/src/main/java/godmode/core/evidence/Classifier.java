package godmode.core.evidence;

import godmode.core.fact.Attributes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says what kind of system it is as a whole. Only services count: gateways, dashboards, jobs and
 * load generators make no system distributed.
 */
final class Classifier {
  private static final int NAMED_MAX = 5;

  /** What a broker can be used for that makes no system event-driven. */
  private static final Set<ConnectionKind> ELSEWISE =
      EnumSet.of(
          ConnectionKind.CONFIG, ConnectionKind.LOG, ConnectionKind.METRICS, ConnectionKind.TRACE);

  private final List<String> systems;
  private final List<String> services;
  private final List<Component> stores;
  private final List<String> brokers;
  private final List<Connection> connections;
  private final SortedMap<String, Component> components = new TreeMap<>();

  private Classifier(
      Collection<Component> all, Collection<Connection> connections, List<String> systems) {
    this.systems = List.copyOf(systems);
    this.services =
        all.stream()
            .filter(one -> one.type() == ComponentType.SERVICE)
            .map(Component::id)
            .sorted()
            .toList();
    this.stores = all.stream().filter(one -> one.type().keepsState()).toList();
    this.brokers =
        all.stream()
            .filter(one -> one.type() == ComponentType.BROKER)
            .map(Component::id)
            .sorted()
            .toList();
    this.connections = connections.stream().sorted().toList();
    all.forEach(one -> components.put(one.id(), one));
  }

  /**
   * Classifies.
   *
   * @param systems the folders of independent systems, if it is no single one
   */
  static Classification classify(
      Collection<Component> all, Collection<Connection> connections, List<String> systems) {
    return new Classifier(all, connections, systems).classify();
  }

  private Classification classify() {
    if (services.isEmpty() && stores.isEmpty()) {
      return new Classification("unknown", "no service and no store was found");
    }
    if (services.size() <= 1 && stores.size() <= 1 && stores.stream().allMatch(this::isSingle)) {
      return new Classification("not-distributed", counted() + "; " + change());
    }
    if (services.isEmpty()) {
      return new Classification("unknown", counted());
    }
    if (systems.size() > 1) {
      return new Classification(
          "several-systems",
          count(systems, "system") + " that share nothing; review each by its folder");
    }
    Optional<String> shared = services.size() < 2 ? Optional.empty() : shared();
    if (shared.isPresent()) {
      return new Classification("distributed-monolith", shared.get());
    }
    if (services.size() >= 2 && brokered().isPresent()) {
      return new Classification("event-driven", brokered().get());
    }
    return new Classification("microservices", counted());
  }

  /** What would make it distributed. */
  private String change() {
    return stores.isEmpty()
        ? "a second service would change that, or a store of its own"
        : "a second service would change that, or a copy of the store";
  }

  private boolean isSingle(Component store) {
    return store.members().isEmpty()
        && store.facts().values().stream()
            .flatMap(facts -> facts.get(Attributes.MEMBERS).value().stream())
            .allMatch(members -> members <= 1);
  }

  private String counted() {
    List<String> ids = stores.stream().map(Component::id).sorted().toList();
    return count(services, "service") + " and " + count(ids, "store");
  }

  private static String count(List<String> ids, String what) {
    if (ids.isEmpty()) {
      return "no " + what;
    }
    return ids.size() + " " + what + (ids.size() == 1 ? "" : "s") + " (" + listed(ids) + ")";
  }

  private static String listed(List<String> ids) {
    if (ids.size() <= NAMED_MAX) {
      return String.join(", ", ids);
    }
    return String.join(", ", ids.subList(0, NAMED_MAX))
        + " and "
        + (ids.size() - NAMED_MAX)
        + " more";
  }

  /** Which services share the first database that several of them use. */
  private Optional<String> shared() {
    SortedMap<String, NavigableSet<String>> users = new TreeMap<>();
    for (Connection connection : connections) {
      Component target = components.get(connection.target());
      if (target == null
          || target.type() != ComponentType.DATABASE
          || connection.kind() != ConnectionKind.DATA
          || !services.contains(connection.source())) {
        continue;
      }
      connection
          .facts()
          .get(Attributes.DATABASE)
          .value()
          .ifPresent(
              name ->
                  users
                      .computeIfAbsent(
                          "the database " + name + " on " + target.id(), unused -> new TreeSet<>())
                      .add(connection.source()));
    }
    for (Map.Entry<String, NavigableSet<String>> use : users.entrySet()) {
      List<String> sharing = Namesakes.apart(use.getValue(), this::names);
      if (sharing.size() > 1) {
        return Optional.of(
            String.format(
                "%s of %s share %s", count(sharing, "service"), services.size(), use.getKey()));
      }
    }
    return Optional.empty();
  }

  private List<String> names(String id) {
    Component component = components.get(id);
    return component == null ? List.of(id) : component.names();
  }

  private Optional<String> brokered() {
    if (brokers.isEmpty()) {
      return Optional.empty();
    }
    NavigableSet<String> talking = new TreeSet<>();
    for (Connection connection : connections) {
      if (brokers.contains(connection.target())
          && services.contains(connection.source())
          && (connection.kind() == ConnectionKind.PUBLISH
              || connection.kind() == ConnectionKind.CONSUME)) {
        talking.add(connection.source());
      }
    }
    List<String> own = brokers.stream().filter(this::isForServices).toList();
    if (talking.isEmpty()) {
      return own.isEmpty()
          ? Optional.empty()
          : Optional.of(count(services, "service") + " and " + count(own, "broker"));
    }
    return Optional.of(
        String.format(
            "%d of %s publish to or consume from %s",
            talking.size(), count(services, "service"), listed(brokers)));
  }

  /**
   * Whether a broker that nobody is seen to send to may carry what the services say to each other:
   * it is deployed beside two of them, and is not there for something else.
   */
  private boolean isForServices(String id) {
    Component broker = components.get(id);
    return broker != null
        && broker.presence() == Presence.DEPLOYED
        && connections.stream()
            .noneMatch(one -> one.target().equals(id) && ELSEWISE.contains(one.kind()))
        && broker.environments().stream().anyMatch(this::hasServices);
  }

  private boolean hasServices(Environment environment) {
    return components.values().stream()
            .filter(one -> one.type() == ComponentType.SERVICE)
            .filter(one -> one.environments().contains(environment))
            .count()
        >= 2;
  }
}
