package godmode.engine;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.Skipped;
import godmode.core.evidence.SourceFile;
import godmode.record.Config;
import java.util.List;
import java.util.Optional;

/** A repository without the files that its configuration leaves out, and without our own. */
record ConfiguredSnapshot(RepositorySnapshot whole, Config config) implements RepositorySnapshot {
  @Override
  public List<SourceFile> files() {
    return whole.files().stream().filter(file -> isReviewed(file.path())).toList();
  }

  @Override
  public Optional<SourceFile> file(String path) {
    return isReviewed(path) ? whole.file(path) : Optional.empty();
  }

  @Override
  public List<Skipped> skipped() {
    return whole.skipped().stream().filter(skipped -> isReviewed(skipped.path())).toList();
  }

  private boolean isReviewed(String path) {
    return !path.startsWith(Project.FOLDER + "/") && config.reviews(path);
  }
}
