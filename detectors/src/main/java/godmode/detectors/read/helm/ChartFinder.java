package godmode.detectors.read.helm;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The charts of a repository, and which of them belong to which. */
final class ChartFinder {
  private final RepositorySnapshot snapshot;
  private final Map<String, Chart> byFolder = new TreeMap<>();

  ChartFinder(RepositorySnapshot snapshot, Predicate<String> deployed) {
    this.snapshot = snapshot;
    for (SourceFile file : snapshot.files()) {
      if (file.name().equals("Chart.yaml") && deployed.test(file.path())) {
        read(file.path())
            .ifPresent(root -> byFolder.put(file.folder(), chart(file.folder(), root)));
      }
    }
  }

  private Chart chart(String folder, Located root) {
    String start = RepositoryPath.join(folder, "templates/");
    List<String> templates =
        snapshot.files().stream()
            .map(SourceFile::path)
            .filter(path -> path.startsWith(start))
            .filter(path -> !path.startsWith(start + "tests/"))
            .toList();
    List<Located> dependencies = new ArrayList<>(items(root));
    read(RepositoryPath.join(folder, "requirements.yaml"))
        .ifPresent(old -> dependencies.addAll(items(old)));
    String values = RepositoryPath.join(folder, "values.yaml");
    return new Chart(
        folder,
        root,
        read(values).orElse(Trees.empty(Place.startOf(values))),
        dependencies,
        templates);
  }

  private static List<Located> items(Located root) {
    return root.at("dependencies").map(Located::items).orElse(List.of());
  }

  /** The mapping a YAML file holds. */
  Optional<Located> read(String path) {
    return snapshot
        .file(path)
        .flatMap(file -> YamlReader.read(file).roots().stream().findFirst())
        .filter(Located::isMapping);
  }

  Optional<Chart> in(String folder) {
    return Optional.ofNullable(byFolder.get(folder));
  }

  /** Charts that are released by themselves, and not as a part of another. */
  List<Chart> released() {
    Set<String> parts = new HashSet<>();
    for (Chart chart : byFolder.values()) {
      for (Chart other : byFolder.values()) {
        if (other.folder().startsWith(RepositoryPath.join(chart.folder(), "charts/"))) {
          parts.add(other.folder());
        }
      }
      for (Located dependency : chart.dependencies()) {
        beside(chart, dependency).ifPresent(other -> parts.add(other.folder()));
      }
    }
    return byFolder.values().stream()
        .filter(chart -> !parts.contains(chart.folder()) && !chart.isLibrary())
        .toList();
  }

  private Optional<Chart> beside(Chart chart, Located dependency) {
    return dependency
        .text("repository")
        .filter(repository -> repository.startsWith("file://"))
        .flatMap(
            repository ->
                RepositoryPath.resolve(chart.folder(), repository.substring("file://".length())))
        .flatMap(folder -> Optional.ofNullable(byFolder.get(folder)))
        .filter(other -> !other.folder().equals(chart.folder()));
  }

  /**
   * The chart a dependency means: one that lies inside of the chart, at the path it names, or, of a
   * repository of many charts, the one of that name and version.
   */
  Optional<Chart> dependency(Chart chart, Located dependency) {
    String name = dependency.text("name").orElse("");
    String version = dependency.text("version").orElse("");
    Chart vendored = byFolder.get(RepositoryPath.join(chart.folder(), "charts/" + name));
    if (vendored != null) {
      return Optional.of(vendored);
    }
    return beside(chart, dependency)
        .or(
            () ->
                byFolder.values().stream()
                    .filter(other -> other.name().equals(name))
                    .filter(other -> !other.folder().equals(chart.folder()))
                    .filter(other -> !other.folder().contains("/charts/"))
                    .filter(other -> !version.isEmpty() && Versions.fits(version, other.version()))
                    .findFirst());
  }

  /** Charts inside of a chart that no dependency speaks of belong to it, too. */
  List<Chart> unlisted(Chart chart) {
    String start = RepositoryPath.join(chart.folder(), "charts/");
    Set<String> listed = new HashSet<>();
    chart.dependencies().forEach(d -> listed.add(d.text("name").orElse("")));
    return byFolder.values().stream()
        .filter(other -> other.folder().startsWith(start))
        .filter(other -> !other.folder().substring(start.length()).contains("/"))
        .filter(other -> !listed.contains(other.name()))
        .toList();
  }

  /** Whether a file is a template of a chart or lies in a chart that is part of another. */
  boolean isInChart(String path) {
    for (String folder = RepositoryPath.folder(path); ; folder = RepositoryPath.folder(folder)) {
      String start = folder.isEmpty() ? "" : folder + "/";
      if (byFolder.containsKey(folder)) {
        String below = path.substring(start.length());
        for (String part : List.of("templates/", "charts/", "crds/", "ci/")) {
          if (below.startsWith(part)) {
            return true;
          }
        }
      }
      if (folder.isEmpty()) {
        return false;
      }
    }
  }
}
