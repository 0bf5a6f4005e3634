package godmode.detectors.read;

import java.util.List;

/**
 * The folders that hold nobody's own sources, by name; what is in them is neither read nor listed.
 */
final class IgnoredFolders {
  /** Version control, editors, tool caches and downloaded libraries; ignored wherever they are. */
  static final List<String> EVERYWHERE =
      List.of(
          ".git",
          ".hg",
          ".svn",
          ".gradle",
          ".idea",
          ".vscode",
          ".terraform",
          ".venv",
          "__pycache__",
          "bower_components",
          "node_modules",
          "venv");

  /**
   * Build output and vendored trees. Below a folder named {@code src} these are ordinary names of
   * packages, so they are ignored only outside of one.
   */
  static final List<String> OUTSIDE_SOURCES = List.of("build", "dist", "target", "vendor");

  private IgnoredFolders() {}

  /**
   * Whether to leave out a folder.
   *
   * @param name the folder's own name
   * @param parent the path of the folder it is in, with {@code /}
   */
  static boolean contains(String name, String parent) {
    return EVERYWHERE.contains(name)
        || (OUTSIDE_SOURCES.contains(name) && !("/" + parent + "/").contains("/src/"));
  }
}
