package godmode.engine;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.report.SourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of the files of a snapshot, each file read when it is first shown. */
final class SnapshotLines implements SourceLines {
  /** A larger file is no place that people look at, in bytes. */
  private static final long FILE_BYTES_MAX = 1024 * 1024;

  private final RepositorySnapshot files;
  private final Map<String, List<String>> read = new HashMap<>();

  /**
   * @param files the only door to the disk: what it does not find is not shown
   */
  SnapshotLines(RepositorySnapshot files) {
    this.files = files;
  }

  @Override
  public List<String> of(String file) {
    return read.computeIfAbsent(file, this::lines);
  }

  /** Readers do not agree on whether U+0085 and U+2028 end a line; such a file is not shown. */
  private List<String> lines(String file) {
    return files
        .file(file)
        .filter(source -> source.size() <= FILE_BYTES_MAX)
        .flatMap(SourceFile::text)
        .filter(text -> text.indexOf('\u0085') < 0 && text.indexOf('\u2028') < 0)
        .map(text -> text.lines().toList())
        .orElse(List.of());
  }
}
