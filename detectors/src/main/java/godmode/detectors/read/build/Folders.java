package godmode.detectors.read.build;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Paths of folders as build files write them. */
final class Folders {
  private static final List<String> NOT_BUILT =
      List.of(
          "archetype-resources/",
          "src/it/",
          "src/test/",
          "src/main/resources/",
          "testdata/",
          "test-fixtures/",
          "__fixtures__/",
          "target/",
          "obj/");

  private Folders() {}

  /** The folder that {@code relative} means inside {@code base}; empty if that leads out. */
  static Optional<String> resolve(String base, String relative) {
    Deque<String> parts = new ArrayDeque<>();
    String path = base.isEmpty() ? relative : base + "/" + relative;
    for (String part : path.replace('\\', '/').split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  static String last(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  /** Whether a build file there is a template, a fixture or an output, and builds nothing. */
  static boolean holdsNoModule(String folder) {
    String path = folder + "/";
    return NOT_BUILT.stream().anyMatch(part -> path.startsWith(part) || path.contains("/" + part));
  }
}
