package godmode.detectors.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Arithmetic on paths relative to the reviewed directory, which is the empty path. */
public final class RepositoryPath {
  private RepositoryPath() {}

  /** A path as seen from a folder; empty where it leaves the reviewed directory. */
  public static Optional<String> resolve(String folder, String path) {
    String written = path.strip().replace('\\', '/');
    if (written.startsWith("/") || written.startsWith("~") || written.matches("[A-Za-z]:/.*")) {
      return Optional.empty();
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : (folder + "/" + written).split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }

  /** The folder of a path, without a trailing slash; empty at the root. */
  public static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The last segment of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A path below a folder. */
  public static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
