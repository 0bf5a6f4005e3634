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
import godmode.detectors.read.kubernetes.PodSpecs;
import godmode.detectors.read.yaml.Located;
import java.util.List;

/**
 * Whether the instances behind a Service are asked if they can serve, and by what they are judged
 * alive. A pod is ready when all its containers are, so a probe of any of them counts; one that
 * only waits for the start keeps requests away until then.
 */
@AutoService(Detector.class)
public final class ProbesDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-probes";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        Workload.of(object)
            .filter(workload -> !workload.isJob())
            .ifPresent(workload -> probes(workload, cluster, out));
      }
    }
  }

  private static void probes(Workload workload, Cluster cluster, EvidenceSink.Of out) {
    workload
        .container()
        .get("livenessProbe.httpGet.path")
        .filter(path -> path.text().isPresent())
        .map(path -> Said.stated(Attributes.LIVENESS_PATH, path.written(), path.place()))
        .ifPresent(said -> out.stated(new AttributeSeen(workload.name(), said), said.at()));
    if (cluster.isServed(workload)) {
      Said<Boolean> said = readiness(workload);
      out.stated(new AttributeSeen(workload.name(), said), said.at());
    }
  }

  private static Said<Boolean> readiness(Workload workload) {
    KubernetesObject object = workload.object();
    for (Located container : PodSpecs.containers(object)) {
      for (String probe : List.of("readinessProbe", "startupProbe")) {
        if (container.at(probe).filter(Located::isMapping).isPresent()) {
          return Said.stated(
              Attributes.READINESS_PROBE, true, container.at(probe).orElseThrow().place());
        }
      }
    }
    return PodSpecs.of(object)
        .flatMap(spec -> spec.at("readinessGates"))
        .map(gates -> Said.stated(Attributes.READINESS_PROBE, true, gates.place()))
        .orElseGet(
            () -> Said.stated(Attributes.READINESS_PROBE, false, workload.container().place()));
  }
}
