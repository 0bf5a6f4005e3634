package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated in Python passes its tests, and fails them when crippled. */
@Tag("tools")
class PythonTest {
  private static final List<Pattern> IN_PYTHON = Patterns.in(Flavour.PYTHON);

  @TempDir private Path folder;
  private int runs;

  /** Skipped where there is no Python; with {@code GODMODE_TOOLS=required} it fails. */
  @BeforeEach
  void python_is_installed() {
    Installed.programOnce("python3");
  }

  @Test
  void every_pattern_passes_the_tests_that_come_with_it() throws Exception {
    for (Pattern pattern : IN_PYTHON) {
      assertThat(tested(Code.in("com.example", 3), pattern)).as(pattern.name()).isZero();
    }
    assertThat(runs).isGreaterThanOrEqualTo(6);
  }

  @Test
  void without_any_of_its_mechanisms_a_pattern_fails_its_tests() throws Exception {
    List<String> unnoticed = new ArrayList<>();
    for (Pattern pattern : IN_PYTHON) {
      Set<String> mechanisms = Mechanisms.in(pattern, Flavour.PYTHON);
      assertThat(mechanisms).as(pattern.name()).isNotEmpty();
      for (String mechanism : mechanisms) {
        if (tested(new Code("com.example", 3, Set.of(mechanism)), pattern) == 0) {
          unnoticed.add(pattern.name() + ": " + mechanism);
        }
      }
    }
    assertThat(unnoticed).as("mechanisms that no generated test is for").isEmpty();
    assertThat(runs).isGreaterThanOrEqualTo(11);
  }

  /** The exit code of the generated tests. */
  private int tested(Code code, Pattern pattern) throws IOException, InterruptedException {
    Path root = Files.createDirectories(folder.resolve("run" + runs++));
    for (Code.SourceFile file : code.of(pattern, Flavour.PYTHON)) {
      Files.writeString(root.resolve(file.path()), file.text());
    }
    String module =
        pattern.in(Flavour.PYTHON).files().stream()
            .filter(Flavour.PYTHON::isTest)
            .findFirst()
            .orElseThrow()
            .replace(".py", "");
    Path told = root.resolve("told.txt");
    Process python =
        new ProcessBuilder("python3", "-W", "error", "-m", "unittest", module)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(told)).containsPattern("Ran ([3-9]|[1-9][0-9]) tests");
    return python.exitValue();
  }
}
