package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void creates_folders_replaces_the_file_and_leaves_nothing_else() throws IOException {
    Path file = folder.resolve(".godmode/shop.design.yaml");

    AtomicFile.write(file, "schema: 1\n");
    AtomicFile.write(file, "schema: 1 # \uD83D\uDE80\n");

    assertThat(Files.readString(file)).isEqualTo("schema: 1 # \uD83D\uDE80\n");
    try (Stream<Path> left = Files.list(file.getParent())) {
      assertThat(left.toList()).isEqualTo(List.of(file));
    }
  }

  @Test
  void says_what_is_in_the_way() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("godmode"), "x");
    Path link = Files.createSymbolicLink(folder.resolve("link"), inTheWay);

    assertThatThrownBy(() -> AtomicFile.write(inTheWay.resolve("a.yaml"), "x"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "cannot write %s: %s is in the way; move it", inTheWay.resolve("a.yaml"), inTheWay);
    assertThatThrownBy(() -> AtomicFile.write(folder, "x"))
        .hasMessage("cannot write %s: it is a folder; name a file", folder);
    assertThatThrownBy(() -> AtomicFile.write(link, "y"))
        .hasMessage("cannot write %s: it is a symbolic link; replace it with a file", link);
    assertThat(Files.readString(inTheWay)).isEqualTo("x");
  }

  @Test
  void a_file_that_is_no_text_is_refused_with_its_line() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[] {'a', '\n', (byte) 0xff, 'b'});

    assertThat(RecordFile.read(file, "a.yaml").problems().stream().map(RecordProblem::toString))
        .containsExactly("a.yaml:2: this line is not UTF-8; save the file as UTF-8");
    assertThat(RecordFile.read(Files.writeString(file, "é"), "a.yaml").text()).isEqualTo("é");
    assertThat(
            RecordFile.read(Files.write(file, new byte[RecordFile.BYTES_MAX + 1]), "a.yaml")
                .problems())
        .hasSize(1);
  }
}
