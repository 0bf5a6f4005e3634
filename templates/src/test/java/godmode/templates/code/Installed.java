package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** What tests need of the machine: programs, for those tagged {@code tools}, and one JDK. */
final class Installed {
  private static final int ONCE_ON = 17;

  private Installed() {}

  /** Skips the test where it is not there; with {@code GODMODE_TOOLS=required} the test fails. */
  static void program(String name) {
    boolean found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    if (!"required".equals(System.getenv("GODMODE_TOOLS"))) {
      Assumptions.assumeTrue(found, name + " is not installed");
    }
    assertThat(found).as(name + " on the path").isTrue();
  }

  /** As {@link #program}, for what no JDK has a part in: skips the test on all JDKs but one. */
  static void programOnce(String name) {
    once();
    program(name);
  }

  /** Skips the test on all JDKs but one, where all would say the same at length. */
  static void once() {
    Assumptions.assumeTrue(Runtime.version().feature() == ONCE_ON, "this is the same on every JDK");
  }
}
