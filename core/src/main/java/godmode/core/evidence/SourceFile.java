package godmode.core.evidence;

import java.util.Optional;

/** A file of the repository that can be read. */
public interface SourceFile {
  /** Path relative to the reviewed directory, with {@code /} on every system. */
  String path();

  /** Size in bytes. */
  long size();

  /**
   * The text, decoded as UTF-8 without byte order mark, or as Latin-1 where it is not UTF-8; empty
   * where the file is too large, binary or gone, which the snapshot then lists as skipped.
   */
  Optional<String> text();

  /** The last segment of the path. */
  default String name() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  /** The path of the folder, without a trailing slash; empty for a file at the root. */
  default String folder() {
    int slash = path().lastIndexOf('/');
    return slash < 0 ? "" : path().substring(0, slash);
  }
}
