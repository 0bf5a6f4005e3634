package godmode.core.decide;

import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Operation;
import godmode.core.design.Quantities;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The designs of all environments and what people said, as decisions look at them. Environments are
 * not summed: a store counts as replicated if it is in one of them.
 */
public final class Situation {
  private static final int FAILURES_DEFAULT = 1;

  private final List<Design> designs;
  private final Declarations declared;
  private final Map<String, Cluster> clusters = new TreeMap<>();
  private final List<Link> links;
  private final Map<String, List<Link>> bySource = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> users = new LinkedHashMap<>();

  public Situation(List<Design> designs, Declarations declared) {
    this.designs = List.copyOf(designs);
    this.declared = declared;
    for (Design design : designs) {
      design.clusters().forEach(cluster -> clusters.putIfAbsent(cluster.id(), cluster));
    }
    this.links = links(designs);
    for (Link link : links) {
      bySource.computeIfAbsent(link.source(), source -> new ArrayList<>()).add(link);
      if (!link.source().equals("user")) {
        users.computeIfAbsent(link.target(), target -> new TreeSet<>()).add(link.source());
      }
    }
  }

  private static List<Link> links(List<Design> designs) {
    Map<String, Link> links = new LinkedHashMap<>();
    for (Design design : designs) {
      design.links().forEach(link -> links.putIfAbsent(link.id() + " " + link.kind(), link));
    }
    return List.copyOf(links.values());
  }

  /** Whether there is a distributed system to decide about. */
  public boolean isDistributed() {
    return designs.stream().anyMatch(design -> design.classification().isDistributed());
  }

  /** Name of the system. */
  public String system() {
    return designs.get(0).id();
  }

  public List<Design> designs() {
    return designs;
  }

  public Declarations declared() {
    return declared;
  }

  /** Each store, broker and coordinator once, sorted by id. */
  public Collection<Cluster> clusters() {
    return clusters.values();
  }

  public Optional<Cluster> cluster(String id) {
    return Optional.ofNullable(clusters.get(id));
  }

  /** The classes of data that stores of the repository hold, sorted. */
  public List<String> classes() {
    return List.copyOf(
        new TreeSet<>(
            clusters().stream()
                .filter(cluster -> cluster.type().keepsState())
                .map(Cluster::dataClass)
                .toList()));
  }

  /** The stores of a class of data. */
  public List<Cluster> storesOf(String dataClass) {
    return clusters().stream().filter(store -> store.dataClass().equals(dataClass)).toList();
  }

  /** Whether an environment runs several members of it. */
  public boolean isReplicated(Cluster cluster) {
    return every(cluster, Attributes.MEMBERS).stream().anyMatch(n -> n > 1)
        || every(cluster, Attributes.REPLICATION_FACTOR).stream().anyMatch(n -> n > 1);
  }

  /** Whether a partition can run between its members: no environment is known to run just one. */
  public boolean mayHaveTwoSides(Cluster cluster) {
    return designs.stream()
        .flatMap(design -> design.cluster(cluster.id()).stream())
        .anyMatch(it -> !it.fact(Attributes.MEMBERS).value().equals(Optional.of(1)));
  }

  /** Whether a store of the class runs several members somewhere. */
  public boolean isReplicated(String dataClass) {
    return storesOf(dataClass).stream().anyMatch(this::isReplicated);
  }

  /** The largest number of members that is known of it. */
  public Optional<Integer> members(Cluster cluster) {
    return every(cluster, Attributes.MEMBERS).stream().max(Comparator.naturalOrder());
  }

  /** What is known of it in any environment. */
  public <T> List<T> every(Cluster cluster, Attribute<T> attribute) {
    return designs.stream()
        .flatMap(design -> design.cluster(cluster.id()).stream())
        .flatMap(it -> it.fact(attribute).value().stream())
        .distinct()
        .toList();
  }

  /** What is said of a class of data, declared or the vendor's. */
  public Optional<String> of(String dataClass, Attribute<String> attribute) {
    return text("data", dataClass, attribute.record().substring("data.*.".length()))
        .or(
            () ->
                storesOf(dataClass).stream()
                    .flatMap(store -> every(store, attribute).stream())
                    .findFirst());
  }

  /** A declared text: section, name, field. */
  public Optional<String> text(String section, String name, String field) {
    return declared.text(section + "." + DeclaredPath.key(name) + "." + field);
  }

  /** A declared text at a path without free names. */
  public Optional<String> text(String path) {
    return declared.text(path);
  }

  /** A declared duration: section, name, field. */
  public Optional<Duration> duration(String section, String name, String field) {
    return text(section, name, field).flatMap(Quantities::duration);
  }

  /** How many failures are to be survived; one, where nobody said. */
  public int failures() {
    return text("survives.failures")
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::valueOf)
        .orElse(FAILURES_DEFAULT);
  }

  /** The locks, leaders or schedules, each once. */
  public List<Guard> guards(GuardKind kind) {
    Map<String, Guard> guards = new LinkedHashMap<>();
    for (Design design : designs) {
      design.guards().stream()
          .filter(guard -> guard.kind() == kind)
          .forEach(guard -> guards.putIfAbsent(guard.id(), guard));
    }
    return List.copyOf(guards.values());
  }

  /** The paths of a kind through the code, each once. */
  public List<Flow> flows(FlowKind kind) {
    Map<String, Flow> flows = new LinkedHashMap<>();
    for (Design design : designs) {
      design.flows().stream()
          .filter(flow -> flow.kind() == kind)
          .forEach(flow -> flows.putIfAbsent(flow.owner() + " " + flow.steps().get(0).at(), flow));
    }
    return List.copyOf(flows.values());
  }

  /** The operations that the record names. */
  public List<Operation> operations() {
    return designs.get(0).operations();
  }

  /** Each connection of the services once. */
  public List<Link> links() {
    return links;
  }

  /** The databases, caches and search indexes that a component writes to, sorted. */
  public List<String> storesOfService(String service) {
    return targets(service, List.of(ConnectionKind.DATA), ComponentType.DATABASE);
  }

  /** The brokers that a component publishes to, or may publish to, sorted. */
  public List<String> brokersOfService(String service) {
    return targets(
        service, List.of(ConnectionKind.PUBLISH, ConnectionKind.DEPENDENCY), ComponentType.BROKER);
  }

  private List<String> targets(String source, List<ConnectionKind> kinds, ComponentType type) {
    TreeSet<String> targets = new TreeSet<>();
    for (Link link : bySource.getOrDefault(source, List.of())) {
      if (kinds.contains(link.kind())
          && cluster(link.target()).filter(cluster -> cluster.type() == type).isPresent()) {
        targets.add(link.target());
      }
    }
    return List.copyOf(targets);
  }

  /** The components that write in two places within what looks like one operation, sorted. */
  public List<String> dualWriters() {
    TreeSet<String> writers = new TreeSet<>();
    for (String source : bySource.keySet()) {
      List<String> stores = storesOfService(source);
      if (stores.size() > 1 || (!stores.isEmpty() && !brokersOfService(source).isEmpty())) {
        writers.add(source);
      }
    }
    return List.copyOf(writers);
  }

  /** The brokers from which something is consumed, or that something uses, sorted by id. */
  public List<Cluster> brokersInUse() {
    List<String> used = links().stream().map(Link::target).distinct().toList();
    return clusters().stream()
        .filter(cluster -> cluster.type() == ComponentType.BROKER)
        .filter(cluster -> used.contains(cluster.id()))
        .toList();
  }

  /** The name of a cluster's technology. */
  public static String product(Cluster cluster) {
    return cluster.technology().map(Technology::name).orElse(cluster.id());
  }

  /** The components that use it, sorted. */
  public List<String> usersOf(String id) {
    return List.copyOf(users.getOrDefault(id, new TreeSet<>()));
  }
}
