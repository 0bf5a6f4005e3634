package godmode.detectors.kubernetes;

import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Environment;
import godmode.detectors.Units;
import godmode.detectors.read.helm.AbsentChart;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What can be named from within one unit: its own objects first, then those of its environment,
 * then those of the default one, which overlays and variants build on.
 */
final class Cluster {
  private final List<Scope> scopes;
  private final List<AbsentChart> absent;

  private Cluster(List<Scope> scopes, List<AbsentChart> absent) {
    this.scopes = scopes;
    this.absent = absent;
  }

  static Cluster around(KubernetesObjects unit, Units units) {
    Scope here = Scope.of(unit.environment(), units);
    Scope standard = Scope.of(Environment.DEFAULT, units);
    return new Cluster(List.of(new Scope(unit.objects()), here, standard), unit.absent());
  }

  /** The nearest object of a kind and name. */
  Optional<KubernetesObject> find(String kind, String name) {
    return scopes.stream()
        .flatMap(scope -> scope.named(name).stream())
        .filter(object -> object.kind().equals(kind))
        .findFirst();
  }

  /** All objects of a kind in this unit and environment. */
  List<KubernetesObject> all(String kind) {
    return scopes.get(1).objects().stream().filter(object -> object.kind().equals(kind)).toList();
  }

  /** All objects of a kind in this environment and in the default one, which others build on. */
  List<KubernetesObject> everywhere(String kind) {
    return scopes.stream()
        .flatMap(scope -> scope.objects().stream())
        .filter(object -> object.kind().equals(kind))
        .toList();
  }

  /** The workload that a Service stands for, if its selector picks exactly one, by name. */
  Optional<Workload> behind(KubernetesObject service) {
    List<Workload> selected = selected(service);
    return selected.size() == 1 ? Optional.of(selected.get(0)) : Optional.empty();
  }

  /** Whether a workload is among those behind a name, as the members of a cluster are. */
  boolean isBehind(Workload workload, String name) {
    return find("Service", name).stream()
        .flatMap(service -> selected(service).stream())
        .anyMatch(other -> other.name().equals(workload.name()));
  }

  /** Whether a Service sends requests to the pods of a workload. */
  boolean isServed(Workload workload) {
    List<Workload> namesakes =
        scopes.stream()
            .flatMap(scope -> scope.named(workload.name()).stream())
            .flatMap(object -> Workload.of(object).stream())
            .toList();
    return all("Service").stream()
        .filter(service -> service.root().get("spec.ports").isPresent())
        // First what is cheap to ask: a large repository has a thousand Services.
        .filter(service -> namesakes.stream().anyMatch(one -> picks(service, one)))
        .anyMatch(
            service ->
                selected(service).stream().anyMatch(one -> one.name().equals(workload.name())));
  }

  private static boolean picks(KubernetesObject service, Workload workload) {
    return sameNamespace(workload.object(), service) && workload.isSelectedBy(selector(service));
  }

  private static SortedMap<String, String> selector(KubernetesObject service) {
    return service.root().get("spec.selector").map(KubernetesObject::texts).orElse(new TreeMap<>());
  }

  /** What a Service selects in the nearest scope in which it selects anything, sorted by name. */
  private List<Workload> selected(KubernetesObject service) {
    SortedMap<String, String> selector = selector(service);
    for (Scope scope : scopes) {
      Map<String, Workload> selected = new TreeMap<>();
      for (Workload workload : scope.workloads()) {
        if (sameNamespace(workload.object(), service) && workload.isSelectedBy(selector)) {
          selected.putIfAbsent(workload.name(), workload);
        }
      }
      if (!selected.isEmpty()) {
        return List.copyOf(selected.values());
      }
    }
    return List.of();
  }

  private static boolean sameNamespace(KubernetesObject a, KubernetesObject b) {
    return a.namespace().isEmpty()
        || b.namespace().isEmpty()
        || a.namespace().equals(b.namespace());
  }

  /** The workload of that name, or the one behind the Service of that name. */
  Optional<Workload> target(String name) {
    Optional<Workload> direct =
        scopes.stream()
            .flatMap(scope -> scope.named(name).stream())
            .flatMap(object -> Workload.of(object).stream())
            .findFirst();
    return find("Service", name).flatMap(this::behind).or(() -> direct);
  }

  /** Whether something of that name can be addressed. */
  boolean knows(String name) {
    return find("Service", name).isPresent() || target(name).isPresent() || isAbsent(name);
  }

  /**
   * The name in a host name of the cluster's own name server: {@code db.shop.svc.cluster.local} and
   * {@code db-0.db.shop} are {@code db}; of other hosts, the host.
   */
  String name(String host) {
    if (knows(host)) {
      return host;
    }
    String[] labels = host.split("\\.", -1);
    if (labels.length < 2) {
      return host;
    }
    boolean internal = host.contains(".svc.") || host.endsWith(".svc");
    boolean pod = labels[0].matches(".+-\\d+") && !knows(labels[0]) && knows(labels[1]);
    if (pod) {
      return labels[1];
    }
    boolean namespaced = labels.length == 2 && knows(labels[0]) && isNamespace(labels[1]);
    return internal || namespaced ? labels[0] : host;
  }

  private boolean isNamespace(String label) {
    return !label.isEmpty() && scopes.stream().anyMatch(scope -> scope.hasNamespace(label));
  }

  /** Whether a chart that is not in the repository deploys something of that name. */
  private boolean isAbsent(String name) {
    return absent.stream().anyMatch(chart -> ChartServer.isCalled(chart, name));
  }

  /** What runs behind a name. */
  Optional<Technology> technology(String name, Technologies known) {
    Optional<Technology> outside =
        absent.stream()
            .filter(chart -> ChartServer.isCalled(chart, name))
            .flatMap(chart -> ChartServer.of(chart, known).stream())
            .map(ChartServer::technology)
            .findFirst();
    return outside.isPresent() ? outside : inside(name, known);
  }

  private Optional<Technology> inside(String name, Technologies known) {
    return target(name)
        .flatMap(
            workload ->
                workload
                    .technology(known)
                    .or(() -> ServerGuess.of(workload, known).flatMap(ServerGuess::technology)));
  }
}
