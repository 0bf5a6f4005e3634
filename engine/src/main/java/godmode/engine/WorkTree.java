package godmode.engine;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The git work tree around a directory. It is known by its {@code .git}, of which nothing is read.
 *
 * @param top its root
 */
public record WorkTree(Path top) {
  /**
   * The nearest work tree that a directory is in.
   *
   * @param directory a real path
   */
  public static Optional<WorkTree> around(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(new WorkTree(at));
      }
    }
    return Optional.empty();
  }

  /** Where a directory is in its work tree, ending with {@code /}; empty at the root. */
  public String below(Path directory) {
    String relative = top.relativize(directory).toString().replace('\\', '/');
    return relative.isEmpty() ? "" : relative + "/";
  }

  /**
   * What stands before the paths of a review when they are told from the root of the repository.
   * Paths of several directories begin with the directories' names, so these must have one parent.
   *
   * @param roots real paths of the reviewed directories
   */
  static String prefix(List<Path> roots) {
    Path first = roots.get(0);
    Optional<Path> base = Optional.of(first);
    if (roots.size() > 1) {
      base =
          Optional.ofNullable(first.getParent())
              .filter(parent -> roots.stream().allMatch(root -> parent.equals(root.getParent())));
    }
    return base.flatMap(path -> around(path).map(tree -> tree.below(path))).orElse("");
  }
}
