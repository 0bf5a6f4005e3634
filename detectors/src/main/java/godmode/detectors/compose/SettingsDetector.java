package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.Claim.AttributeUnread;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.settings.Reading;
import godmode.detectors.settings.ServerSettings;
import java.util.Optional;

/** What the servers of Compose projects are set to: replication factors, quorums, peers. */
@AutoService(Detector.class)
public final class SettingsDetector implements Detector {
  @Override
  public String id() {
    return "compose-settings";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      for (Container container : project.containers()) {
        Optional<Reading> reading =
            project
                .technology(container)
                .map(technology -> ServerSettings.of(technology.id(), container.settings()));
        if (reading.isPresent()) {
          project
              .speakers(id(), sink, container)
              .forEach(out -> settings(container, reading.get(), out));
        }
      }
      Sentinels.of(project)
          .forEach(
              (primary, sentinels) -> {
                Said<Integer> said =
                    Said.stated(Attributes.SENTINELS, sentinels.size(), sentinels.get(0).at());
                project
                    .speakers(id(), sink, primary)
                    .forEach(out -> out.stated(new AttributeSeen(primary.name(), said), said.at()));
              });
    }
  }

  private static void settings(Container container, Reading reading, EvidenceSink.Of out) {
    for (Said<?> said : reading.said()) {
      out.stated(new AttributeSeen(container.name(), said), said.at());
    }
    for (Reading.Gap gap : reading.gaps()) {
      out.stated(new AttributeUnread(container.name(), gap.attribute(), gap.why()), gap.at());
    }
  }
}
