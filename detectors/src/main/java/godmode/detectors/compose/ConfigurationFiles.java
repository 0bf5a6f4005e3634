package godmode.detectors.compose;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.detectors.read.compose.ComposeBuild;
import godmode.detectors.read.compose.ComposeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of the repository that get into a container: what is mounted, and what lies in the
 * folder its image is built in. A folder that several services are built in belongs to none.
 */
final class ConfigurationFiles {
  private static final int FILES_MAX = 2000;

  private final Project project;
  private final RepositorySnapshot snapshot;

  ConfigurationFiles(Project project, RepositorySnapshot snapshot) {
    this.project = project;
    this.snapshot = snapshot;
  }

  /** Sorted by path. */
  List<SourceFile> of(Container container) {
    List<String> roots = new ArrayList<>();
    for (ComposeMount mount : container.service().volumes()) {
      if (mount.type().equals("bind")) {
        String folder = mount.place().file().replaceFirst("[^/]*$", "");
        Settings.path(folder, mount.source()).filter(p -> !p.isEmpty()).ifPresent(roots::add);
      }
    }
    folder(container).filter(this::isOfOne).ifPresent(roots::add);
    if (roots.isEmpty()) {
      return List.of();
    }
    return snapshot.files().stream()
        .filter(
            file ->
                roots.stream()
                    .anyMatch(r -> file.path().equals(r) || file.path().startsWith(r + "/")))
        .limit(FILES_MAX)
        .toList();
  }

  private boolean isOfOne(String folder) {
    return project.containers().stream()
            .flatMap(container -> folder(container).stream())
            .filter(other -> other.equals(folder))
            .count()
        == 1;
  }

  /** Where the Dockerfile lies, which says more than a context that is the whole repository. */
  private static Optional<String> folder(Container container) {
    return container
        .service()
        .build()
        .flatMap(ComposeBuild::dockerfile)
        .map(path -> path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "")
        .filter(folder -> !folder.isEmpty());
  }
}
