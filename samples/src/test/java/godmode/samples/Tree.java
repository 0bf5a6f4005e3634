package godmode.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whole folders: copied, listed and compared. */
final class Tree {
  private Tree() {}

  /** Copies a folder, leaving out what is below the named folders. */
  static Path copy(Path from, Path to, String... leftOut) throws IOException {
    for (Path file : files(from)) {
      Path relative = from.relativize(file);
      boolean wanted = true;
      for (String folder : leftOut) {
        wanted = wanted && !relative.startsWith(folder);
      }
      if (wanted) {
        Path target = to.resolve(relative.toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return to;
  }

  /** Every file below a folder with its text, by path. */
  static SortedMap<String, String> texts(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : files(folder)) {
      texts.put(
          folder.relativize(file).toString(),
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
    return texts;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
