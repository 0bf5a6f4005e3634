package godmode.core.evidence;

import java.util.List;
import java.util.Set;

/** Paths of folders, without a slash at the end; the root is empty. */
final class Folders {
  /** Folders that are called the same in every project. */
  private static final Set<String> USUAL =
      Set.of(
          "build",
          "chart",
          "charts",
          "compose",
          "config",
          "deploy",
          "deployment",
          "deployments",
          "docker",
          "docker-compose",
          "environments",
          "helm",
          "infra",
          "infrastructure",
          "k8s",
          "kubernetes",
          "main",
          "manifests",
          "overlays",
          "resources",
          "src",
          "templates");

  private Folders() {}

  /** Whether a folder is called as in every project, so that this is no name of what it holds. */
  static boolean isUsual(String name) {
    return USUAL.contains(NameKey.fold(name));
  }

  /** The folder of a file. */
  static String of(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }

  /** Whether one lies in the other, at any depth; nothing is said to lie in the root. */
  static boolean isBelow(String folder, String ancestor) {
    return !ancestor.isEmpty() && folder.startsWith(ancestor + "/");
  }

  /** The deepest folder that holds all of them; the root for none. */
  static String common(List<String> folders) {
    if (folders.isEmpty()) {
      return "";
    }
    String common = folders.get(0);
    for (String folder : folders) {
      while (!common.isEmpty() && !folder.equals(common) && !isBelow(folder, common)) {
        common = of(common);
      }
    }
    return common;
  }

  /** How many folders of their paths are equal, from the root on. */
  static int shared(String one, String other) {
    String common = common(List.of(one, other));
    return common.isEmpty() ? 0 : common.split("/", -1).length;
  }

  /**
   * A name for what a folder holds: its last segment that is not the same in every project.
   *
   * @param except what the name shall tell apart, which it therefore cannot be
   */
  static String title(String folder, String except) {
    String at = folder;
    while (!at.isEmpty()) {
      String last = at.substring(at.lastIndexOf('/') + 1);
      if (!USUAL.contains(NameKey.fold(last)) && !last.equalsIgnoreCase(except)) {
        return last;
      }
      at = of(at);
    }
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
