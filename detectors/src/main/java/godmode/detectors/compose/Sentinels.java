package godmode.detectors.compose;

import godmode.detectors.settings.Programs;
import godmode.detectors.settings.WrittenSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Sentinels of a project, which watch Redis servers and hold no data themselves. */
final class Sentinels {
  private static final Pattern MONITOR = Pattern.compile("monitor\\s+\\S+\\s+(\\S+)\\s+\\d+.*");

  private Sentinels() {}

  /** Whether Redis is started as a Sentinel. */
  static boolean isSentinel(Container container) {
    return Images.baseName(container.image()).contains("sentinel")
        || Programs.isSentinel(List.of(container.commandText()));
  }

  /** The Sentinels by the server that they watch, both in the order of the files. */
  static Map<Container, List<Container>> of(Project project) {
    Map<Container, List<Container>> watching = new LinkedHashMap<>();
    for (Container container : project.containers()) {
      if (isSentinel(container) && !project.identity(container).isJob()) {
        watched(container, project)
            .ifPresent(
                primary ->
                    watching.computeIfAbsent(primary, unused -> new ArrayList<>()).add(container));
      }
    }
    return watching;
  }

  private static Optional<Container> watched(Container sentinel, Project project) {
    for (WrittenSetting setting : sentinel.settings()) {
      Matcher monitor = MONITOR.matcher(setting.value());
      Optional<String> host =
          setting.key().equals("sentinel") && monitor.matches()
              ? Optional.of(monitor.group(1))
              : setting.key().matches("(REDIS|VALKEY)_(MASTER|PRIMARY)_HOST")
                  ? Optional.of(setting.value())
                  : Optional.empty();
      Optional<Container> primary = host.flatMap(project::named);
      if (primary.filter(found -> !isSentinel(found)).isPresent()) {
        return primary;
      }
    }
    return Optional.empty();
  }
}
