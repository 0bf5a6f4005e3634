package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.kubernetes.PodSpecs;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many Sentinels watch a Redis server: those in the pods of the server itself, and those in
 * pods of their own beside it. Where several servers could be meant, nothing is said.
 */
@AutoService(Detector.class)
public final class SentinelsDetector implements Detector {
  /**
   * Sentinels in the pods of one workload.
   *
   * @param count pods; each has one
   */
  private record Group(Workload workload, Located container, int count, Place at) {}

  @Override
  public String id() {
    return "kubernetes-sentinels";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      List<Workload> servers = new ArrayList<>();
      List<Group> groups = new ArrayList<>();
      boolean counted = true;
      for (KubernetesObject object : unit.objects()) {
        Optional<Workload> workload = Workload.of(object).filter(one -> !one.isJob());
        if (workload.isEmpty()) {
          continue;
        }
        for (Located container : PodSpecs.containers(object)) {
          if (Sentinels.isSentinel(container, known)) {
            Optional<Group> group = group(workload.get(), container);
            group.ifPresent(groups::add);
            counted &= group.isPresent();
          } else if (Sentinels.isRedis(container, known)) {
            servers.add(workload.get());
          }
        }
      }
      Optional<Workload> watched = watched(servers, groups);
      if (watched.isPresent() && counted) {
        say(watched.get(), groups, cluster, sink.of(id(), unit.source()));
      }
    }
  }

  private static Optional<Group> group(Workload workload, Located container) {
    KubernetesObject object = workload.object();
    if (object.kind().equals("DaemonSet")) {
      return Optional.empty();
    }
    Optional<Located> replicas = object.root().get("spec.replicas");
    Optional<Long> number = replicas.isEmpty() ? Optional.of(1L) : replicas.get().number();
    Place at = replicas.map(Located::place).orElse(container.place());
    return number
        .filter(n -> n > 0 && n < 100)
        .map(n -> new Group(workload, container, n.intValue(), at));
  }

  /** The server beside a Sentinel, or the only one there is. */
  private static Optional<Workload> watched(List<Workload> servers, List<Group> groups) {
    List<String> beside =
        groups.stream()
            .map(group -> group.workload().name())
            .filter(name -> servers.stream().anyMatch(server -> server.name().equals(name)))
            .distinct()
            .toList();
    return servers.stream()
        .filter(server -> beside.isEmpty() ? servers.size() == 1 : beside.contains(server.name()))
        .filter(server -> beside.size() < 2 && !groups.isEmpty())
        .findFirst();
  }

  private static void say(
      Workload watched, List<Group> groups, Cluster cluster, EvidenceSink.Of out) {
    // Where most of them are deployed is where their number would be changed.
    Group last = groups.get(groups.size() - 1);
    Place at =
        groups.stream()
            .filter(group -> !group.workload().name().equals(watched.name()))
            .findFirst()
            .orElse(last)
            .at();
    int count = groups.stream().mapToInt(Group::count).sum();
    out.stated(new AttributeSeen(watched.name(), Said.stated(Attributes.SENTINELS, count, at)), at);
    for (Group group : groups) {
      Workload sentinel = new Workload(group.workload().object(), group.container());
      for (Said<?> said : ServerSettings.of("redis", Variables.all(sentinel, cluster)).said()) {
        if (said.attribute().equals(Attributes.SENTINEL_QUORUM)) {
          out.stated(new AttributeSeen(watched.name(), said), said.at());
        }
      }
    }
  }
}
