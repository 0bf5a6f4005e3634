package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.CustomResource;
import godmode.core.catalog.ResourceMatch;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.Claim.AttributeUnread;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resources from which an operator makes a cluster: the workloads are not in the repository. */
@AutoService(Detector.class)
public final class OperatorDetector implements Detector {
  /** Resources that describe something inside a cluster, or that run elsewhere. */
  private static final Set<String> PARTS =
      Set.of(
          "Consumer",
          "CouchbaseBucket",
          "CrdbNode",
          "Exchange",
          "KRaftController",
          "KafkaConnector",
          "KafkaNodePool",
          "KafkaTopic",
          "KafkaUser",
          "KeyValue",
          "Lease",
          "Map",
          "ObjectStore",
          "PDGroup",
          "Policy",
          "Pooler",
          "Queue",
          "RedisSentinel",
          "Stream",
          "TiDBGroup",
          "TiKVGroup");

  @Override
  public String id() {
    return "kubernetes-operators";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        List<ResourceMatch> matches = known.byResource(object.apiVersion(), object.kind());
        if (!matches.isEmpty() && isCluster(object, matches.get(0))) {
          resource(object, matches.get(0), unit, out);
        }
      }
    }
  }

  /** Routes and policies are resources, too; only what has members or keeps state runs. */
  private static boolean isCluster(KubernetesObject object, ResourceMatch match) {
    boolean runs = match.resource().members().isPresent() || match.technology().type().keepsState();
    return runs && !PARTS.contains(object.kind());
  }

  private static void resource(
      KubernetesObject object, ResourceMatch match, KubernetesObjects unit, EvidenceSink.Of out) {
    out.stated(
        new ComponentSeen(
            object.name(),
            Optional.of(match.technology().type()),
            Optional.of(match.technology().id()),
            Presence.DEPLOYED),
        object.at());
    CustomResource resource = match.resource();
    Optional<Located> written = resource.members().flatMap(path -> object.root().get(path));
    List<KubernetesObject> pools =
        unit.objects().stream()
            .filter(other -> other.kind().equals("KafkaNodePool"))
            .filter(other -> object.name().equals(other.labels().get("strimzi.io/cluster")))
            .filter(OperatorDetector::isBroker)
            .toList();
    Optional<Said<Integer>> members =
        pools.isEmpty() ? written.flatMap(OperatorDetector::number) : sum(pools);
    boolean listed = resource.members().filter(path -> !path.matches("[\\w.]+")).isPresent();
    if (listed && pools.isEmpty()) {
      // Node sets may differ in what they do: data, voting, coordination. Their sum says little.
      out.stated(
          new AttributeUnread(
              object.name(), Attributes.MEMBERS, "its groups of nodes are not read yet"),
          object.at());
    } else if (members.isPresent()) {
      out.stated(new AttributeSeen(object.name(), members.get()), members.get().at());
    } else if (written.isPresent() || !pools.isEmpty()) {
      out.stated(
          new AttributeUnread(
              object.name(), Attributes.MEMBERS, "the number of members is no plain number"),
          written.map(Located::place).orElse(object.at()));
    }
  }

  private static boolean isBroker(KubernetesObject pool) {
    List<Located> roles = pool.root().get("spec.roles").map(Located::items).orElse(List.of());
    return roles.isEmpty()
        || roles.stream().anyMatch(role -> role.text().filter("broker"::equals).isPresent());
  }

  private static Optional<Said<Integer>> sum(List<KubernetesObject> pools) {
    int sum = 0;
    for (KubernetesObject pool : pools) {
      Optional<Said<Integer>> one =
          pool.root().get("spec.replicas").flatMap(OperatorDetector::number);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum += one.get().value();
    }
    return Optional.of(Said.stated(Attributes.MEMBERS, sum, pools.get(0).at()));
  }

  private static Optional<Said<Integer>> number(Located written) {
    return written
        .number()
        .filter(n -> n >= 0 && n <= 10_000)
        .map(n -> Said.stated(Attributes.MEMBERS, n.intValue(), written.place()));
  }
}
