package godmode.detectors.read.kustomize;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What building kustomizations gathers: the files they took in, and what could not be built. */
final class Building {
  private final RepositorySnapshot snapshot;
  private final Set<String> used = new TreeSet<>();
  private final Set<ReadProblem> problems = new LinkedHashSet<>();

  Building(RepositorySnapshot snapshot) {
    this.snapshot = snapshot;
  }

  Optional<SourceFile> file(String path) {
    return snapshot.file(path);
  }

  void use(String path) {
    used.add(path);
  }

  boolean uses(String path) {
    return used.contains(path);
  }

  void problem(Place at, String what) {
    problem(new ReadProblem(at, what));
  }

  void problem(ReadProblem problem) {
    problems.add(problem);
  }

  List<ReadProblem> problems() {
    return List.copyOf(problems);
  }
}
