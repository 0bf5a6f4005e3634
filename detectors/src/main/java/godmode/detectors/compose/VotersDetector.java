package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.settings.Reading;
import godmode.detectors.settings.ServerSettings;
import godmode.detectors.settings.WrittenSetting;
import java.util.List;
import java.util.Optional;

/**
 * How many of the Kafka nodes that run vote: those whose roles include the controller's and that
 * share one list of voters. A broker without that role stores records and has no vote.
 */
@AutoService(Detector.class)
public final class VotersDetector implements Detector {
  private static final String KAFKA = "kafka";

  @Override
  public String id() {
    return "compose-voters";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      for (Container container : project.containers()) {
        controllerRole(container, project)
            .ifPresent(role -> voters(container, role, project, sink));
      }
    }
  }

  private void voters(
      Container container, WrittenSetting role, Project project, EvidenceSink sink) {
    List<String> listed = peers(container);
    int running =
        (int)
            project.containers().stream()
                .filter(other -> controllerRole(other, project).isPresent())
                .filter(other -> peers(other).equals(listed))
                .count();
    if (!listed.isEmpty()) {
      Said<Integer> said = Said.inferred(Attributes.VOTERS, running, role.at());
      project
          .speakers(id(), sink, container)
          .forEach(out -> out.inferred(new AttributeSeen(container.name(), said), said.at()));
    }
  }

  private static List<String> peers(Container container) {
    Reading reading = ServerSettings.of(KAFKA, container.settings());
    return reading.peers();
  }

  private static Optional<WrittenSetting> controllerRole(Container container, Project project) {
    if (!project.identity(container).runs(KAFKA)) {
      return Optional.empty();
    }
    return container.settings().stream()
        .filter(
            setting ->
                setting
                    .key()
                    .toUpperCase(java.util.Locale.ROOT)
                    .replace('.', '_')
                    .endsWith("PROCESS_ROLES"))
        .filter(setting -> setting.value().contains("controller"))
        .findFirst();
  }
}
