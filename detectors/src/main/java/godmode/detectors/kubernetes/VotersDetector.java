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
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.WrittenSetting;
import java.util.Locale;
import java.util.Optional;

/**
 * How many pods of Kafka vote: all of a workload whose roles include the controller's. A broker
 * without that role stores records and has no vote.
 */
@AutoService(Detector.class)
public final class VotersDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-voters";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        Workload.of(object)
            .filter(workload -> !workload.isJob() && runsKafka(workload, known))
            .filter(workload -> isController(workload, cluster))
            .ifPresent(workload -> voters(workload, out));
      }
    }
  }

  private static boolean runsKafka(Workload workload, Technologies known) {
    return workload.technology(known).filter(one -> one.id().equals("kafka")).isPresent();
  }

  private static boolean isController(Workload workload, Cluster cluster) {
    return Variables.all(workload, cluster).stream()
        .filter(VotersDetector::tellsRoles)
        .findFirst()
        .filter(roles -> roles.value().contains("controller"))
        .isPresent();
  }

  private static boolean tellsRoles(WrittenSetting setting) {
    return setting.key().toUpperCase(Locale.ROOT).replace('.', '_').endsWith("PROCESS_ROLES");
  }

  private static void voters(Workload workload, EvidenceSink.Of out) {
    Optional<Located> replicas = workload.object().root().get("spec.replicas");
    Optional<Integer> number =
        replicas.flatMap(Located::number).filter(n -> n > 0 && n < 100).map(Long::intValue);
    if (number.isPresent()) {
      Place at = replicas.get().place();
      out.inferred(
          new AttributeSeen(workload.name(), Said.inferred(Attributes.VOTERS, number.get(), at)),
          at);
    }
  }
}
