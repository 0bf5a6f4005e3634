package godmode.detectors.read.compose;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.variables.Variables;
import godmode.detectors.read.variables.Words;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import godmode.detectors.read.yaml.YamlFile;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The Compose files of one folder, sorted into projects. */
final class ComposeFolder {
  private final RepositorySnapshot snapshot;
  private final String folder;
  private final List<String> names;
  private final Map<String, YamlFile> yaml = new HashMap<>();

  /** Takes the names of the folder's files that may be Compose files, sorted. */
  ComposeFolder(RepositorySnapshot snapshot, String folder, List<String> names) {
    this.snapshot = snapshot;
    this.folder = folder;
    this.names = List.copyOf(names);
  }

  /**
   * The projects of the folder.
   *
   * @param problems takes the files that Compose would look for and passes over
   */
  List<ComposeProject> projects(ProblemSink problems) {
    List<String> main = mainFiles();
    List<ComposeProject> projects = new ArrayList<>();
    if (!main.isEmpty()) {
      add(projects, "default", main);
      ignored(main, problems);
    }
    List<String> parts = main.isEmpty() ? parts() : List.of();
    if (!parts.isEmpty()) {
      add(projects, "default", parts);
    }
    for (String name : names) {
      String path = RepositoryPath.join(folder, name);
      if (main.contains(path)
          || parts.contains(path)
          || FileNames.MAIN.contains(name)
          || FileNames.OVERRIDE.contains(name)) {
        continue;
      }
      String environment = FileNames.environmentOfAny(name);
      boolean overlay = !main.isEmpty() && isOverlay(path, main.get(0));
      add(projects, environment, overlay ? List.of(main.get(0), path) : List.of(path));
    }
    return projects;
  }

  /**
   * The files that together are one system, where no file is it by itself: their names speak of no
   * stage, and no service stands in two of them.
   */
  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      String path = RepositoryPath.join(folder, name);
      Optional<Located> services = services(path);
      if (services.isEmpty() || FileNames.isStage(FileNames.environmentOfAny(name))) {
        continue;
      }
      for (Located.Entry service : services.get().entries()) {
        if (!seen.add(service.key())) {
          return List.of();
        }
      }
      parts.add(path);
    }
    return parts;
  }

  private void add(List<ComposeProject> projects, String environment, List<String> paths) {
    String where = FileNames.isTestFolder(folder) ? "test" : environment;
    ComposeProject project = ProjectReader.read(snapshot, folder, where, paths);
    boolean compose = paths.stream().anyMatch(path -> services(path).isPresent());
    boolean broken =
        environment.equals("default")
            ? !project.problems().isEmpty()
            : paths.stream().anyMatch(path -> !read(path).problems().isEmpty());
    if (compose || broken) {
      projects.add(project);
    }
  }

  /** What Compose takes when it is started in the folder without naming files. */
  private List<String> mainFiles() {
    List<String> chosen = chosenFiles();
    if (!chosen.isEmpty()) {
      return chosen;
    }
    Optional<String> main = first(FileNames.MAIN);
    return main.isEmpty()
        ? List.of()
        : Stream.concat(main.stream(), first(FileNames.OVERRIDE).stream()).toList();
  }

  private Optional<String> first(List<String> candidates) {
    return candidates.stream()
        .filter(names::contains)
        .findFirst()
        .map(name -> RepositoryPath.join(folder, name));
  }

  /** Of two files that Compose looks for it takes the first, and only warns about the second. */
  private void ignored(List<String> main, ProblemSink problems) {
    if (!chosenFiles().isEmpty()) {
      return;
    }
    for (List<String> candidates : List.of(FileNames.MAIN, FileNames.OVERRIDE)) {
      Optional<String> taken = first(candidates).filter(main::contains);
      for (String name : candidates) {
        String path = RepositoryPath.join(folder, name);
        if (taken.isPresent() && names.contains(name) && !main.contains(path)) {
          problems.accept(
              new ReadProblem(
                  Place.startOf(path),
                  "is not read, because Compose takes "
                      + RepositoryPath.name(taken.get())
                      + " beside it; remove one of the two"));
        }
      }
    }
  }

  /** The files of {@code COMPOSE_FILE} in {@code .env}, if all of them exist. */
  private List<String> chosenFiles() {
    Variables variables = ProjectReader.variables(snapshot, RepositoryPath.join(folder, ".env"));
    String written = variables.get("COMPOSE_FILE").flatMap(Located::text).orElse("");
    String separator =
        variables
            .get("COMPOSE_PATH_SEPARATOR")
            .flatMap(Located::text)
            .filter(text -> !text.isEmpty())
            .orElse(written.contains(";") ? ";" : ":");
    List<String> paths = new ArrayList<>();
    for (String part : Words.outsideBraces(written, separator.charAt(0))) {
      Optional<String> path = RepositoryPath.resolve(folder, part);
      if (path.isEmpty() || snapshot.file(path.get()).isEmpty()) {
        return List.of();
      }
      paths.add(path.get());
    }
    return paths;
  }

  /**
   * Whether a variant only makes sense over the main file: most of its services exist there, and
   * one of those says neither what it runs nor how to build it.
   */
  private boolean isOverlay(String path, String main) {
    Optional<Located> over = services(path);
    Optional<Located> base = services(main);
    if (over.isEmpty() || base.isEmpty()) {
      return false;
    }
    List<Located.Entry> shared =
        over.get().entries().stream()
            .filter(entry -> base.get().at(entry.key()).isPresent())
            .toList();
    return shared.size() * 2 > over.get().entries().size()
        && shared.stream().anyMatch(entry -> isPartial(entry.value()));
  }

  private static boolean isPartial(Located service) {
    return Stream.of("image", "build", "extends").allMatch(key -> service.at(key).isEmpty());
  }

  /** The services that a file itself defines; empty if it is no Compose file. */
  private Optional<Located> services(String path) {
    return read(path).roots().stream()
        .filter(FileShape::isCompose)
        .map(FileShape::normal)
        .map(
            root ->
                root.at("services").filter(Located::isMapping).orElse(Trees.empty(root.place())))
        .findFirst();
  }

  private YamlFile read(String path) {
    return yaml.computeIfAbsent(
        path,
        wanted ->
            snapshot
                .file(wanted)
                .map(YamlReader::read)
                .orElseGet(() -> YamlReader.read(Place.startOf(wanted), "")));
  }
}
