package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Autoscalers whose target is none of the workloads, and which of them was nearly named. A target
 * that is like none of them may well be deployed from elsewhere; nothing is said of it.
 */
@AutoService(Detector.class)
public final class AutoscalerDetector implements Detector {
  /** A shorter beginning is shared by chance. */
  private static final int LETTERS_MIN = 3;

  @Override
  public String id() {
    return "kubernetes-autoscalers";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        if (object.kind().equals("HorizontalPodAutoscaler")
            || object.kind().equals("ScaledObject")) {
          target(object, cluster, out);
        }
      }
    }
  }

  private static void target(KubernetesObject scaler, Cluster cluster, EvidenceSink.Of out) {
    Optional<Located> name = scaler.root().get("spec.scaleTargetRef.name");
    String kind = scaler.root().text("spec.scaleTargetRef.kind").orElse("Deployment");
    String target = name.flatMap(Located::text).orElse("");
    List<KubernetesObject> targets = cluster.everywhere(kind);
    if (target.length() < LETTERS_MIN
        || target.contains("$")
        || targets.stream().anyMatch(object -> object.isCalled(target))) {
      return;
    }
    nearest(target, targets)
        .ifPresent(
            near ->
                out.stated(
                    new AttributeSeen(
                        near,
                        Said.stated(Attributes.AUTOSCALED_AS, target, name.orElseThrow().place())),
                    name.orElseThrow().place()));
  }

  /** The one name that begins as the target does, or with which the target begins. */
  private static Optional<String> nearest(String target, List<KubernetesObject> targets) {
    TreeSet<String> near = new TreeSet<>();
    int least = Integer.MAX_VALUE;
    for (KubernetesObject object : targets) {
      String name = object.name();
      boolean alike =
          name.length() >= LETTERS_MIN && (name.startsWith(target) || target.startsWith(name));
      int apart = Math.abs(name.length() - target.length());
      if (alike && apart <= least) {
        if (apart < least) {
          near.clear();
        }
        least = apart;
        near.add(name);
      }
    }
    return near.size() == 1 ? Optional.of(near.first()) : Optional.empty();
  }
}
