package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.kubernetes.PodSpecs;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the members of stores, brokers and coordinators may be placed, and how many a drain may
 * take away at once.
 */
@AutoService(Detector.class)
public final class PlacementDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-placement";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        Workload.of(object)
            .filter(workload -> !workload.isJob() && !object.kind().equals("DaemonSet"))
            .filter(workload -> workload.keepsState(known))
            .ifPresent(workload -> placement(workload, cluster, out));
      }
    }
  }

  private static void placement(Workload workload, Cluster cluster, EvidenceSink.Of out) {
    KubernetesObject object = workload.object();
    Map<String, String> labels =
        PodSpecs.labels(object).map(KubernetesObject::texts).orElse(new TreeMap<>());
    PodSpecs.of(object)
        .map(spec -> Placement.of(spec, Optional.of(labels), object.at()))
        .map(Placement::said)
        .orElse(List.of())
        .forEach(said -> say(workload, said, out));
    Optional<Integer> replicas = replicas(object);
    List<KubernetesObject> budgets =
        cluster.all("PodDisruptionBudget").stream()
            .filter(budget -> sameNamespace(budget, object))
            .filter(
                budget ->
                    budget
                        .root()
                        .get("spec.selector")
                        .filter(selector -> LabelSelector.picks(selector, labels))
                        .isPresent())
            .toList();
    Optional<Located> budget = budgets.stream().findFirst().flatMap(b -> b.root().at("spec"));
    if (budgets.size() == 1 && budget.isPresent()) {
      DisruptionBudget.in(budget.get(), replicas).ifPresent(said -> say(workload, said, out));
    } else if (budgets.isEmpty()) {
      replicas.ifPresent(
          all -> say(workload, Said.inferred(Attributes.MAX_UNAVAILABLE, all, object.at()), out));
    }
  }

  /** "Defaults to 1" (API reference, DeploymentSpec and StatefulSetSpec). */
  private static Optional<Integer> replicas(KubernetesObject object) {
    Optional<Located> written = object.root().get("spec.replicas").filter(value -> !value.isNull());
    return written.isEmpty()
        ? Optional.of(1)
        : written.get().number().filter(n -> n > 0 && n <= 10_000).map(Long::intValue);
  }

  private static boolean sameNamespace(KubernetesObject a, KubernetesObject b) {
    return a.namespace().isEmpty()
        || b.namespace().isEmpty()
        || a.namespace().equals(b.namespace());
  }

  private static void say(Workload workload, Said<?> said, EvidenceSink.Of out) {
    AttributeSeen claim = new AttributeSeen(workload.name(), said);
    if (said.directness() == Directness.STATED) {
      out.stated(claim, said.at());
    } else {
      out.inferred(claim, said.at());
    }
  }
}
