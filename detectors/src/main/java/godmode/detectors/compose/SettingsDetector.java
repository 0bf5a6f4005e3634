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
import java.util.List;
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
              (primary, sentinels) ->
                  project
                      .speakers(id(), sink, primary)
                      .forEach(out -> watched(primary, sentinels, out)));
    }
  }

  /** Who watches a server says how many must agree that it is down; the server does not. */
  private static void watched(Container primary, List<Container> sentinels, EvidenceSink.Of out) {
    Said<Integer> count =
        Said.stated(Attributes.SENTINELS, sentinels.size(), sentinels.get(0).at());
    out.stated(new AttributeSeen(primary.name(), count), count.at());
    for (Container sentinel : sentinels) {
      for (Said<?> said : ServerSettings.of("redis", sentinel.settings()).said()) {
        if (said.attribute().equals(Attributes.SENTINEL_QUORUM)) {
          out.stated(new AttributeSeen(primary.name(), said), said.at());
        }
      }
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
