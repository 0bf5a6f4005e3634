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
    List<Said<?>> groups = OperatorMembers.of(object, unit);
    if (!groups.isEmpty()) {
      groups.forEach(said -> out.stated(new AttributeSeen(object.name(), said), said.at()));
      return;
    }
    Optional<Located> written = resource.members().flatMap(path -> object.root().get(path));
    Optional<Said<Integer>> members = written.flatMap(OperatorDetector::number);
    boolean listed = resource.members().filter(path -> !path.matches("[\\w.]+")).isPresent();
    if (listed) {
      // Groups may differ in what they do: data, voting, coordination. Their sum says little.
      out.stated(
          new AttributeUnread(
              object.name(),
              Attributes.MEMBERS,
              OperatorMembers.counts(object)
                  ? "its groups of nodes cannot be added up"
                  : "its groups of nodes are not read yet"),
          object.at());
    } else if (members.isPresent()) {
      out.stated(new AttributeSeen(object.name(), members.get()), members.get().at());
    } else if (written.isPresent()) {
      out.stated(
          new AttributeUnread(
              object.name(), Attributes.MEMBERS, "the number of members is no plain number"),
          written.get().place());
    } else {
      standard(resource)
          .ifPresent(
              n ->
                  out.inferred(
                      new AttributeSeen(
                          object.name(), Said.inferred(Attributes.MEMBERS, n, object.at())),
                      object.at()));
    }
  }

  /** What the resource makes where it does not say how many. */
  private static Optional<Integer> standard(CustomResource resource) {
    return resource.membersStandard().filter(n -> n.matches("\\d{1,4}")).map(Integer::valueOf);
  }

  private static Optional<Said<Integer>> number(Located written) {
    return written
        .number()
        .filter(n -> n >= 0 && n <= 10_000)
        .map(n -> Said.stated(Attributes.MEMBERS, n.intValue(), written.place()));
  }
}
