package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.Claim.AttributeUnread;
import godmode.core.evidence.Claim.ClusterSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.settings.Reading;
import godmode.detectors.settings.ServerSettings;
import java.util.List;

/** What servers are set to: replication factors, quorums, membership lists. */
@AutoService(Detector.class)
public final class SettingsDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-settings";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        Workload.of(object)
            .filter(workload -> !workload.isJob())
            .ifPresent(
                workload ->
                    workload
                        .technology(known)
                        .ifPresent(technology -> settings(workload, technology, cluster, out)));
      }
    }
  }

  private static void settings(
      Workload workload, Technology technology, Cluster cluster, EvidenceSink.Of out) {
    Reading reading = ServerSettings.of(technology.id(), Variables.all(workload, cluster));
    for (Said<?> said : reading.said()) {
      out.stated(new AttributeSeen(workload.name(), said), said.at());
    }
    for (Reading.Gap gap : reading.gaps()) {
      out.stated(new AttributeUnread(workload.name(), gap.attribute(), gap.why()), gap.at());
    }
    List<String> members =
        reading.peers().stream()
            .map(cluster::name)
            .map(name -> cluster.target(name).map(Workload::name).orElse(name))
            .distinct()
            .toList();
    if (members.size() > 1 && members.stream().allMatch(cluster::knows)) {
      out.stated(new ClusterSeen(technology.id(), members), workload.object().at());
    }
  }
}
