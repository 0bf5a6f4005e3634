package godmode.core.evidence;

import java.util.List;
import java.util.Optional;

/**
 * The files of a repository at one moment; the only door to the disk.
 *
 * <p>What lies outside the reviewed directory does not exist here: a symbolic link that leads out,
 * or a path with {@code ..} that climbs out, is listed under {@link #skipped()} and never read.
 */
public interface RepositorySnapshot {
  /**
   * Every readable file, sorted by path. Vendored trees and version control folders are left out.
   */
  List<SourceFile> files();

  /** The file at a path relative to the reviewed directory, written with {@code /}. */
  Optional<SourceFile> file(String path);

  /** What was seen and not read, with the reason; grows as files are read. */
  List<Skipped> skipped();
}
