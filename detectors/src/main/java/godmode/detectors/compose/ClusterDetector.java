package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.ClusterSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import java.util.List;

/** Services of a Compose project that are the members of one cluster. */
@AutoService(Detector.class)
public final class ClusterDetector implements Detector {
  @Override
  public String id() {
    return "compose-clusters";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      for (Container container : project.containers()) {
        for (Membership membership : Membership.shownBy(container, project)) {
          String technology =
              project.technology(membership.members().get(0)).map(Technology::id).orElse("redis");
          List<String> names = membership.members().stream().map(Container::name).toList();
          Place at = membership.at();
          project
              .speakers(id(), sink, container)
              .forEach(out -> out.stated(new ClusterSeen(technology, names), at));
        }
      }
    }
  }
}
