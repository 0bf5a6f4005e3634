package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, unpacked as a release is, with JDKs that only say what they were asked. */
class LauncherTest {
  @TempDir Path folder;
  private Path launcher;

  @BeforeEach
  void an_unpacked_release() throws IOException {
    Path release = Files.createDirectories(folder.resolve("a release"));
    Files.createDirectories(release.resolve("lib"));
    Files.writeString(release.resolve("lib/a.jar"), "");
    Files.writeString(release.resolve("lib/b.jar"), "");
    launcher = Files.copy(Path.of("../godmode"), release.resolve("godmode"));
    executable(launcher);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A JDK of a version, whose java prints its name and arguments and ends with 3. */
  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = home.resolve("bin/java");
    Files.writeString(
        java, "#!/bin/sh\necho " + name + "\nfor word; do echo \"<$word>\"; done\nexit 3\n");
    executable(java);
    return home;
  }

  private record Ran(int code, List<String> lines) {}

  private Ran run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "GODMODE_JAVA_HOME"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said.lines().toList());
  }

  @Test
  void arguments_and_the_exit_code_pass_through() throws Exception {
    String home = jdk("seventeen", "17.0.9").toString();

    Ran ran = run(Map.of("GODMODE_JAVA_HOME", home), "a b", "*", "", "$x", "--set", "x=it's");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.lines().get(0)).isEqualTo("seventeen");
    assertThat(ran.lines().subList(ran.lines().size() - 7, ran.lines().size()))
        .containsExactly(
            "<godmode.cli.Godmode>", "<a b>", "<*>", "<>", "<$x>", "<--set>", "<x=it's>");
    assertThat(ran.lines())
        .contains(
            "<"
                + launcher.resolveSibling("lib/a.jar")
                + ":"
                + launcher.resolveSibling("lib/b.jar")
                + ">");
  }

  @Test
  void the_named_jdk_is_taken_or_refused() throws Exception {
    String old = jdk("eleven", "11.0.2").toString();

    Ran refused = run(Map.of("GODMODE_JAVA_HOME", old));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.lines())
        .containsExactly(
            "godmode: GODMODE_JAVA_HOME=" + old + " is no JDK 17 or newer; correct or unset it");
  }

  @Test
  void a_newer_jdk_is_preferred_and_told_what_it_wants_to_hear() throws Exception {
    String newest = jdk("ninety", "90").toString();

    Ran ran = run(Map.of("JAVA_HOME", newest), "rules");

    assertThat(ran.lines().get(0)).isEqualTo("ninety");
    assertThat(ran.lines())
        .contains("<--enable-native-access=ALL-UNNAMED>", "<-XX:+AutoCreateSharedArchive>");
  }

  @Test
  void it_runs_through_a_link() throws Exception {
    String home = jdk("seventeen", "17").toString();
    launcher = Files.createSymbolicLink(folder.resolve("linked"), launcher);

    assertThat(run(Map.of("GODMODE_JAVA_HOME", home)).lines().get(0)).isEqualTo("seventeen");
  }
}
