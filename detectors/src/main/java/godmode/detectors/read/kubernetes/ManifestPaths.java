package godmode.detectors.read.kubernetes;

import godmode.core.evidence.Environment;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the path of a manifest says: whether it is deployed at all, and into which world. */
final class ManifestPaths {
  /** Folders of test data, documentation and other people's manifests. */
  private static final Set<String> NOT_DEPLOYED =
      Set.of(
          "__fixtures__",
          "__tests__",
          "doc",
          "docs",
          "e2e",
          "fixture",
          "fixtures",
          "node_modules",
          "test-data",
          "test-fixtures",
          "testdata",
          "tests",
          "third-party",
          "third_party",
          "vendor");

  /** Files of build services, which start containers that are no part of the system. */
  private static final List<String> BUILD_FILES =
      List.of("cloudbuild", "skaffold", "buildspec", "azure-pipelines", "bitbucket-pipelines");

  /** Folders whose sub-folders are worlds by convention. */
  private static final Set<String> WORLDS =
      Set.of("overlays", "overlay", "environments", "environment", "envs", "env");

  private static final Set<String> FOLDER_WORDS =
      Set.of(
          "prod",
          "production",
          "live",
          "stage",
          "staging",
          "preprod",
          "uat",
          "qa",
          "dev",
          "development",
          "local",
          "test");

  /** Words that end the name of a file or folder only when they mean a world. */
  private static final Set<String> ENDINGS =
      Set.of("prod", "production", "staging", "preprod", "uat", "qa", "dev", "development");

  private ManifestPaths() {}

  /** Whether what this file describes is put into a cluster, as far as its path shows. */
  static boolean isDeployed(String path) {
    String[] segments = path.toLowerCase(Locale.ROOT).split("/", -1);
    for (int i = 0; i + 1 < segments.length; i++) {
      String segment = segments[i];
      boolean hidden = segment.startsWith(".") && segment.length() > 1;
      // src/test, services/orders/test: data of tests; overlays/test and k8s/test: a world
      boolean tests = segment.equals("test") && !isWorld(segments, i);
      if (hidden || tests || NOT_DEPLOYED.contains(segment)) {
        return false;
      }
    }
    String name = segments[segments.length - 1];
    return !name.startsWith(".") && BUILD_FILES.stream().noneMatch(name::startsWith);
  }

  private static boolean isWorld(String[] segments, int index) {
    if (index == 0) {
      return false;
    }
    String parent = segments[index - 1];
    return WORLDS.contains(parent) || FolderVariants.isGeneric(parent);
  }

  /** The world a path names with a known word; otherwise the default one. */
  static Environment environment(String path) {
    String[] segments = path.toLowerCase(Locale.ROOT).split("/", -1);
    Environment found = Environment.DEFAULT;
    for (int i = 0; i + 1 < segments.length && found.equals(Environment.DEFAULT); i++) {
      if (i > 0 && WORLDS.contains(segments[i - 1])) {
        found = Environment.named(segments[i]);
      } else if (FOLDER_WORDS.contains(segments[i])) {
        found = Environment.named(segments[i]);
      } else {
        found = byEnding(segments[i]);
      }
    }
    return found.equals(Environment.DEFAULT) ? byEnding(stem(path)) : found;
  }

  private static Environment byEnding(String name) {
    String[] words = name.split("[-_.]", -1);
    String last = words[words.length - 1];
    return ENDINGS.contains(last) ? Environment.named(last) : Environment.DEFAULT;
  }

  /** The name of a file without its folder and extension, in lower case. */
  static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** The folder of a path; {@code .} at the root. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : path.substring(0, slash);
  }

  /** The path a relative one leads to from a folder; empty where it leads out. */
  static String resolve(String folder, String relative) {
    ArrayDeque<String> out = new ArrayDeque<>();
    String from = folder.equals(".") ? "" : folder + "/";
    for (String segment : (from + relative).split("/", -1)) {
      if (segment.equals("..")) {
        if (out.pollLast() == null) {
          return "";
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        out.addLast(segment);
      }
    }
    return out.isEmpty() ? "." : String.join("/", out);
  }
}
