package godmode.engine;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.Skipped;
import godmode.core.evidence.SourceFile;
import godmode.record.Config;
import java.util.List;
import java.util.Optional;

/** A repository without the files that its configuration leaves out, and without our own. */
final class ConfiguredSnapshot implements RepositorySnapshot {
  private final RepositorySnapshot whole;
  private final Config config;

  /** Asked for by every reader, so it is filtered once. */
  private final List<SourceFile> files;

  ConfiguredSnapshot(RepositorySnapshot whole, Config config) {
    this.whole = whole;
    this.config = config;
    this.files = whole.files().stream().filter(file -> isReviewed(file.path())).toList();
  }

  @Override
  public List<SourceFile> files() {
    return files;
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
