package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows of a terminal is what a terminal shows; {@code …} stands for what it leaves
 * out.
 */
class ReadmeTest {
  private static final String COMMAND = "$ ./godmode ";
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void every_transcript_is_true() throws IOException {
    Tree.copy(ROOT.resolve("samples/shop"), folder.resolve("samples/shop"), ".godmode", "docs");
    int transcripts = 0;
    for (List<String> block : blocks()) {
      if (!block.isEmpty() && block.get(0).startsWith(COMMAND)) {
        String[] arguments = block.get(0).substring(COMMAND.length()).split(" ", -1);
        for (int i = 0; i < arguments.length; i++) {
          if (arguments[i].startsWith("samples/")) {
            arguments[i] = folder.resolve(arguments[i]).toString();
          }
        }
        List<String> printed = Arrays.asList(Run.of(arguments).out().split("\n", -1));
        assertShown(block.subList(1, block.size()), printed);
        transcripts++;
      }
    }
    assertThat(transcripts).isPositive();
  }

  /**
   * The shown lines occur in this order; without an ellipsis between them, one right after the
   * other.
   */
  private static void assertShown(List<String> shown, List<String> printed) {
    int at = 0;
    boolean gap = false;
    for (String line : shown) {
      if (line.strip().equals("…")) {
        gap = true;
        continue;
      }
      while (gap && at < printed.size() && !printed.get(at).equals(line)) {
        at++;
      }
      assertThat(at < printed.size() ? printed.get(at) : "(end of output)").isEqualTo(line);
      at++;
      gap = false;
    }
  }

  private static List<List<String>> blocks() throws IOException {
    List<List<String>> blocks = new ArrayList<>();
    List<String> block = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
      if (line.startsWith("```")) {
        if (inside) {
          blocks.add(block);
          block = new ArrayList<>();
        }
        inside = !inside;
      } else if (inside) {
        block.add(line);
      }
    }
    return blocks;
  }
}
