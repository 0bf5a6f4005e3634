package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.compose.ComposeMount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Containers that are given the Docker socket, or the folder Docker keeps containers in, to watch
 * every container beside them: they collect metrics of all, or the logs of all.
 *
 * <p>A gateway reads from the socket where to send requests, and a console lists containers and is
 * told by people what to do with them; neither watches them.
 */
@AutoService(Detector.class)
public final class WatchersDetector implements Detector {
  private static final Pattern DOCKER =
      Pattern.compile("(/var)?/run(/docker\\.sock)?/?|/var/lib/docker(/containers)?/?");

  /** Watchers of metrics, and of logs. Prometheus and Grafana are told whom to watch. */
  private static final Set<String> METRICS =
      Set.of("cadvisor", "weave-scope", "datadog", "netdata", "sysdig");

  private static final Set<String> LOGS =
      Set.of("filebeat", "logspout", "promtail", "fluent-bit", "vector");

  @Override
  public String id() {
    return "compose-watchers";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      for (Container watcher : project.containers()) {
        String technology = project.technology(watcher).map(Technology::id).orElse("");
        Optional<ComposeMount> mount = mount(watcher);
        if (mount.isEmpty() || !(METRICS.contains(technology) || LOGS.contains(technology))) {
          continue;
        }
        List<Container> watched =
            project.containers().stream()
                .filter(other -> !other.equals(watcher))
                .filter(other -> !project.identity(other).isJob())
                .toList();
        for (EvidenceSink.Of out : project.speakers(id(), sink, watcher)) {
          for (Container other : watched) {
            boolean logs = LOGS.contains(technology);
            out.inferred(
                new ConnectionSeen(
                    logs ? other.name() : watcher.name(),
                    logs ? watcher.name() : other.name(),
                    logs ? ConnectionKind.LOG : ConnectionKind.METRICS,
                    "",
                    List.of()),
                mount.get().place());
          }
        }
      }
    }
  }

  private static Optional<ComposeMount> mount(Container container) {
    return container.service().volumes().stream()
        .filter(mount -> DOCKER.matcher(mount.source()).matches())
        .findFirst();
  }
}
