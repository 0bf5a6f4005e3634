package godmode.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Files that belong to a reviewed directory, with no symbolic link on the way out of it. */
final class InsideRoot {
  private InsideRoot() {}

  /**
   * Where a file is, or would be made.
   *
   * @param root a real path
   * @param path relative to the root
   * @throws UserError if a symbolic link leads out of the root, or nowhere
   */
  static Path resolve(Path root, String path) throws IOException {
    Path file = root.resolve(path).normalize();
    Path there = file;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = parent(there, root);
    }
    if (!Files.exists(there)) {
      throw new UserError(
          root.relativize(there) + " is a symbolic link that leads nowhere; remove it");
    }
    if (!file.startsWith(root) || !there.toRealPath().startsWith(root)) {
      throw new UserError(
          path
              + " leads out of the reviewed directory through a symbolic link; nothing is read or"
              + " written there: put a folder or file in its place");
    }
    return file;
  }

  private static Path parent(Path path, Path root) {
    Path parent = path.getParent();
    return parent == null ? root : parent;
  }
}
