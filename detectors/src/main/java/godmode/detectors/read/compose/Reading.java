package godmode.detectors.read.compose;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.yaml.YamlFile;
import godmode.detectors.read.yaml.YamlReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What reading one project gathers: its files, and what was wrong with them. */
final class Reading {
  private final RepositorySnapshot snapshot;
  private final Map<String, Optional<YamlFile>> yaml = new HashMap<>();
  private final Set<String> files = new LinkedHashSet<>();
  private final Set<String> included = new LinkedHashSet<>();
  private final Set<ReadProblem> problems = new LinkedHashSet<>();
  private final Set<ReadProblem> notices = new LinkedHashSet<>();

  Reading(RepositorySnapshot snapshot) {
    this.snapshot = snapshot;
  }

  RepositorySnapshot snapshot() {
    return snapshot;
  }

  /** A YAML file of the project; empty if there is none. Its problems become the project's. */
  Optional<YamlFile> yaml(String path) {
    Optional<YamlFile> known = yaml.get(path);
    if (known != null) {
      return known;
    }
    Optional<YamlFile> read = snapshot.file(path).map(YamlReader::read);
    yaml.put(path, read);
    read.ifPresent(
        file -> {
          files.add(path);
          problems.addAll(file.problems());
          notices.addAll(file.notices());
        });
    return read;
  }

  void problem(Place at, String what) {
    problems.add(new ReadProblem(at, what));
  }

  /** The Compose files that were read, in the order in which they were needed. */
  List<String> files() {
    return List.copyOf(files);
  }

  void include(List<String> paths) {
    included.addAll(paths);
  }

  List<String> included() {
    return List.copyOf(included);
  }

  List<ReadProblem> problems() {
    return problems.stream().toList();
  }

  List<ReadProblem> notices() {
    return notices.stream().toList();
  }
}
