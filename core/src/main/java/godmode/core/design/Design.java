package godmode.core.design;

import godmode.core.evidence.Classification;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Namesakes;
import godmode.core.fact.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The system as it is in one environment, and as its people want it to be.
 *
 * @param id name of the system
 * @param facts the decisions about the system as a whole
 */
public record Design(
    String id,
    Environment environment,
    Classification classification,
    List<Cluster> clusters,
    List<Service> services,
    List<Channel> channels,
    List<Guard> guards,
    List<Operation> operations,
    List<Link> links,
    List<Flow> flows,
    Facts facts)
    implements Subject {
  private static final Set<ComponentType> OBSERVING =
      EnumSet.of(
          ComponentType.LOGGING,
          ComponentType.METRICS,
          ComponentType.TRACING,
          ComponentType.DASHBOARD);

  public Design {
    clusters = List.copyOf(clusters);
    services = List.copyOf(services);
    channels = List.copyOf(channels);
    guards = List.copyOf(guards);
    operations = List.copyOf(operations);
    links = List.copyOf(links);
    flows = List.copyOf(flows);
  }

  /** A design without code. */
  public Design(
      String id,
      Environment environment,
      Classification classification,
      List<Cluster> clusters,
      List<Service> services,
      List<Channel> channels,
      List<Guard> guards,
      List<Operation> operations,
      List<Link> links,
      Facts facts) {
    this(
        id,
        environment,
        classification,
        clusters,
        services,
        channels,
        guards,
        operations,
        links,
        List.of(),
        facts);
  }

  @Override
  public String component() {
    return "";
  }

  /** The cluster with that id. */
  public Optional<Cluster> cluster(String clusterId) {
    return clusters.stream().filter(cluster -> cluster.id().equals(clusterId)).findFirst();
  }

  /** Everything that can be judged by itself: clusters, services, channels, guards and the rest. */
  public List<Subject> subjects() {
    List<Subject> all = new ArrayList<>(clusters);
    all.addAll(services);
    all.addAll(channels);
    all.addAll(guards);
    all.addAll(operations);
    all.addAll(links);
    all.addAll(flows);
    all.add(this);
    return List.copyOf(all);
  }

  /**
   * Whether a store holds logs, metrics or traces, and nothing of the application: all that uses it
   * is there to observe.
   */
  public boolean isForObserving(Cluster store) {
    List<Link> uses = linksTo(store.id());
    return !uses.isEmpty() && uses.stream().allMatch(use -> isObserving(use.source()));
  }

  private boolean isObserving(String id) {
    return services.stream()
        .anyMatch(service -> service.id().equals(id) && OBSERVING.contains(service.type()));
  }

  /** Those of the services that are certainly different ones: no two of them share a name. */
  public List<String> apart(Collection<String> serviceIds) {
    return Namesakes.apart(
        serviceIds,
        id ->
            services.stream()
                .filter(service -> service.id().equals(id))
                .flatMap(service -> service.names().stream())
                .toList());
  }

  /** The connections that end at a component. */
  public List<Link> linksTo(String target) {
    return links.stream().filter(link -> link.target().equals(target)).toList();
  }
}
