package godmode.detectors.read;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.Skipped;
import godmode.core.evidence.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A repository in memory, for tests of readers and detectors. */
public final class MemorySnapshot implements RepositorySnapshot {
  private final TreeMap<String, SourceFile> files = new TreeMap<>();

  /** Adds a file. */
  public MemorySnapshot with(String path, String text) {
    files.put(path, new MemoryFile(path, text));
    return this;
  }

  @Override
  public List<SourceFile> files() {
    return List.copyOf(files.values());
  }

  @Override
  public Optional<SourceFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public List<Skipped> skipped() {
    return List.of();
  }

  private record MemoryFile(String path, String content) implements SourceFile {
    @Override
    public long size() {
      return content.length();
    }

    @Override
    public Optional<String> text() {
      return Optional.of(content);
    }
  }
}
