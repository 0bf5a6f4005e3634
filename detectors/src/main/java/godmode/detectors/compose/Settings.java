package godmode.detectors.compose;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.compose.ComposeMount;
import godmode.detectors.read.compose.ComposeService;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.WrittenSetting;
import godmode.detectors.settings.WrittenSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings that a service is given, with the place each is written at. */
final class Settings {
  /** A larger mounted file is no configuration. */
  private static final int FILE_CHARACTERS_MAX = 200_000;

  private Settings() {}

  /** What overrides stands first: options, then variables, then mounted files. */
  static List<WrittenSetting> of(ComposeService service, RepositorySnapshot snapshot) {
    List<WrittenSetting> found = new ArrayList<>();
    found.addAll(WrittenSettings.ofArguments(arguments(service)));
    found.addAll(environment(service));
    for (ComposeMount mount : service.volumes()) {
      found.addAll(file(mount, service, snapshot));
    }
    return found;
  }

  /** The parts of entrypoint and command. */
  static List<Located> arguments(ComposeService service) {
    return Stream.of(service.entrypoint(), service.command())
        .flatMap(Optional::stream)
        .flatMap(value -> value.isSequence() ? value.items().stream() : Stream.of(value))
        .toList();
  }

  /** Every variable with a value; the options and documents inside of values as well. */
  static List<WrittenSetting> environment(ComposeService service) {
    List<WrittenSetting> found = new ArrayList<>();
    service
        .environment()
        .forEach(
            (key, value) -> {
              if (value.isNull() || value.isMapping() || value.isSequence()) {
                return;
              }
              found.add(new WrittenSetting(key, value.written(), value.place()));
              if (key.contains("OPTS") || key.contains("OPTIONS") || key.endsWith("_ARGS")) {
                found.addAll(WrittenSettings.ofArguments(List.of(value)));
              } else if (value.written().strip().contains("\n")) {
                found.addAll(WrittenSettings.ofFile("a.yaml", value.written(), value.textPlace()));
              } else if (key.equals("SPRING_APPLICATION_JSON")) {
                found.addAll(WrittenSettings.ofFile("a.json", value.written(), value.place()));
              }
            });
    return found;
  }

  /** The settings in a file of the repository that is mounted, at the lines where they stand. */
  private static List<WrittenSetting> file(
      ComposeMount mount, ComposeService service, RepositorySnapshot snapshot) {
    String folder = mount.place().file().replaceFirst("[^/]*$", "");
    Optional<SourceFile> file =
        mount.type().equals("bind")
            ? path(folder, mount.source()).flatMap(snapshot::file)
            : Optional.empty();
    String name = mount.target().substring(mount.target().lastIndexOf('/') + 1);
    boolean configuration =
        name.matches(".*\\.(conf|cfg|cnf|properties|ya?ml|json|ini|toml|xml)") && !service.isJob();
    return file.filter(found -> configuration && found.size() <= FILE_CHARACTERS_MAX)
        .flatMap(
            found ->
                found
                    .text()
                    .map(
                        text ->
                            name.endsWith(".xml")
                                ? WrittenSettings.ofXml(text, Place.startOf(found.path()))
                                : WrittenSettings.ofFile(name, text, Place.startOf(found.path()))))
        .orElse(List.of());
  }

  /** A path as seen from a folder that ends with a slash; empty where it leaves the repository. */
  static Optional<String> path(String folder, String written) {
    if (written.startsWith("/") || written.startsWith("~") || written.contains("$")) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>();
    for (String segment : (folder + written).replace('\\', '/').split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return Optional.empty();
        }
        segments.remove(segments.size() - 1);
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }
}
