package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated in Go is well-formed, passes its tests, and fails them when crippled. */
@Tag("tools")
class GoTest {
  @TempDir private Path folder;

  /** Skipped where there is no Go; with {@code GODMODE_TOOLS=required} it fails. */
  @BeforeEach
  void go_is_installed() {
    Installed.programOnce("go");
  }

  /** One run of the compiler for all of them, because each costs seconds. */
  @Test
  void every_pattern_passes_its_tests_and_fails_them_without_any_of_its_mechanisms()
      throws Exception {
    Files.writeString(folder.resolve("go.mod"), "module example\n\ngo 1.19\n");
    Map<String, String> mutants = new LinkedHashMap<>();
    List<Pattern> patterns = Patterns.in(Flavour.GO);
    for (Pattern pattern : patterns) {
      write("whole", Code.in("com.example", 3), pattern);
      for (String mechanism : Mechanisms.in(pattern, Flavour.GO)) {
        String name = "mutant" + mutants.size();
        write(name, new Code("com.example", 3, Set.of(mechanism)), pattern);
        mutants.put(name, pattern.name() + ": " + mechanism);
      }
    }
    assertThat(told("gofmt", "-l", ".")).isEmpty();
    assertThat(told("go", "vet", "./whole/...")).isEmpty();

    List<String> lines =
        told("go", "test", "-vet=off", "-failfast", "-timeout=60s", "-ldflags=-s -w", "./...")
            .lines()
            .toList();
    assertThat(lines).noneMatch(line -> line.contains("[build failed]"));
    assertThat(lines.stream().filter(line -> line.startsWith("ok  \texample/whole/")))
        .as(String.join("\n", lines))
        .hasSameSizeAs(patterns);
    List<String> unnoticed = new ArrayList<>();
    mutants.forEach(
        (name, leftOut) -> {
          if (lines.stream().noneMatch(line -> line.startsWith("FAIL\texample/" + name + "/"))) {
            unnoticed.add(leftOut);
          }
        });
    assertThat(unnoticed).as("mechanisms that no generated test is for").isEmpty();
    assertThat(mutants).hasSizeGreaterThanOrEqualTo(20);
  }

  private void write(String name, Code code, Pattern pattern) throws IOException {
    for (Code.SourceFile file : code.of(pattern, Flavour.GO)) {
      Path path = folder.resolve(name).resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
  }

  /** What a command says; it reaches no network, and what it compiled is kept for the next run. */
  private String told(String... command) throws IOException, InterruptedException {
    Path told = folder.resolve("told.txt");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile());
    process.environment().put("GOFLAGS", "-mod=mod");
    process.environment().put("GOPROXY", "off");
    process.environment().put("GOCACHE", Path.of("target", "go-cache").toAbsolutePath().toString());
    Process go = process.start();
    assertThat(go.waitFor(300, TimeUnit.SECONDS)).isTrue();
    return Files.readString(told);
  }
}
