package godmode.detectors.read.compose;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.fact.Place;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.variables.EnvFile;
import godmode.detectors.read.variables.Variables;
import godmode.detectors.read.variables.Words;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one project of its files, in the order of the Compose Specification. */
final class ProjectReader {
  private final Reading reading;
  private final Includes includes;
  private final String folder;
  private final Variables variables;

  ProjectReader(Reading reading, Includes includes, String folder, Variables variables) {
    this.reading = reading;
    this.includes = includes;
    this.folder = folder;
    this.variables = variables;
  }

  /** The variables of a {@code .env} file; none if it does not exist. */
  static Variables variables(RepositorySnapshot snapshot, String path) {
    return snapshot
        .file(path)
        .map(file -> new Variables(EnvFile.read(file, Variables.NONE)))
        .orElse(Variables.NONE);
  }

  /** Reads a project of a folder. */
  static ComposeProject read(
      RepositorySnapshot snapshot, String folder, String environment, List<String> paths) {
    Reading reading = new Reading(snapshot);
    Variables variables = variables(snapshot, RepositoryPath.join(folder, ".env"));
    Includes includes = new Includes(reading);
    includes.enter(paths);
    Located root = new ProjectReader(reading, includes, folder, variables).merged(paths);
    List<String> active =
        variables.get("COMPOSE_PROFILES").stream()
            .flatMap(value -> Words.outsideBraces(value.written(), ',').stream())
            .map(String::strip)
            .toList();
    List<ComposeService> services = new ArrayList<>();
    for (Located.Entry entry : entries(root, "services")) {
      services.add(new ComposeService(entry.key(), entry.keyPlace(), entry.value(), active));
    }
    String name =
        root.text("name")
            .or(() -> variables.get("COMPOSE_PROJECT_NAME").flatMap(Located::text))
            .orElse(RepositoryPath.name(folder));
    return new ComposeProject(
        name,
        folder,
        environment,
        reading.files(),
        reading.included(),
        services,
        entries(root, "networks"),
        entries(root, "volumes"),
        reading.problems(),
        reading.notices());
  }

  private static List<Located.Entry> entries(Located root, String key) {
    return root.at(key).map(Located::entries).orElse(List.of());
  }

  /** The files merged over one another, extended, with what they include and all environments. */
  Located merged(List<String> paths) {
    FileLoader loader = new FileLoader(reading, variables);
    Extends extension = new Extends(reading, loader);
    Located all = Trees.empty(Place.startOf(paths.get(0)));
    for (String path : paths) {
      Optional<Located> loaded = loader.load(path, folder);
      if (loaded.isPresent()) {
        all = MergeRules.files(all, extension.file(loaded.get(), path));
      }
    }
    ServiceEnvironment environment = new ServiceEnvironment(reading, variables);
    Located completed =
        Trees.change(all, "services", services -> Trees.map(services, environment::complete));
    return includes.into(completed, folder, variables);
  }
}
