package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.DirectorySnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotLinesTest {
  @TempDir private Path folder;

  private SnapshotLines lines() throws IOException {
    return new SnapshotLines(DirectorySnapshot.of(folder.resolve("shop")));
  }

  @Test
  void lines_end_as_they_do_on_any_system() throws IOException {
    write("shop/a.yaml", "one\r\n\ttwo\nthree");

    assertThat(lines().of("a.yaml")).containsExactly("one", "\ttwo", "three");
  }

  @Test
  void nothing_is_read_that_the_review_does_not_have() throws IOException {
    write("outside.yaml", "secret");
    write("shop/binary.yaml", "a\u0000b");
    write("shop/large.yaml", "x\n".repeat(600_000));
    write("shop/odd.yaml", "one\u0085two");
    Files.createSymbolicLink(folder.resolve("shop/link.yaml"), folder.resolve("outside.yaml"));

    for (String file :
        new String[] {
          "../outside.yaml", "link.yaml", "binary.yaml", "large.yaml", "odd.yaml", "none.yaml", ""
        }) {
      assertThat(lines().of(file)).as(file).isEmpty();
    }
  }

  @Test
  void a_file_that_has_vanished_is_not_shown() throws IOException {
    write("shop/a.yaml", "one");
    SnapshotLines lines = lines();
    Files.delete(folder.resolve("shop/a.yaml"));

    assertThat(lines.of("a.yaml")).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
