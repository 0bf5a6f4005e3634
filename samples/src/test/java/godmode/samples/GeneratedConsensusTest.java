package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.chance.Chance;
import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultMix;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.Scene;
import godmode.templates.code.Code;
import godmode.templates.code.Flavour;
import godmode.templates.code.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consensus that is generated withstands what the laboratory does to protocols. */
class GeneratedConsensusTest {
  private static final long MILLI = 1_000_000;
  private static final long HORIZON = 4_000 * MILLI;
  private static final int SEEDS = 40;

  private static final List<FaultKind> WITHSTOOD =
      List.of(
          FaultKind.PARTITION,
          FaultKind.RING,
          FaultKind.CRASH,
          FaultKind.POWER,
          FaultKind.PAUSE,
          FaultKind.CLOCK,
          FaultKind.CLOG);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"raft, Raft", "multi-paxos, Paxos"})
  void it_passes_the_schedules_of_the_laboratory(String pattern, String name) throws Exception {
    int answered = 0;
    try (URLClassLoader classes = compiled(pattern, name, Set.of())) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        int members = seed % 2 == 0 ? 3 : 5;
        Run run = run(classes, members, drawn(WITHSTOOD, members, seed), seed);
        assertThat(run.wrong()).as("seed " + seed).isEmpty();
        answered += run.answered();
      }
      Run written = run(classes, 3, written(), 1);
      assertThat(written.wrong()).isEmpty();
      assertThat(written.answered()).isGreaterThan(100);
    }
    assertThat(answered).isGreaterThan(100 * SEEDS);
  }

  @ParameterizedTest
  @CsvSource({
    "raft, Raft, need a majority, PARTITION",
    "raft, Raft, append only to what matches, PARTITION",
    "raft, Raft, vote only for a log that is up to date, CRASH",
    "raft, Raft, a snapshot knows the term of its entry, CRASH",
    "raft, Raft, flush before answering, POWER",
    "multi-paxos, Paxos, need a majority, PARTITION",
    "multi-paxos, Paxos, propose what was accepted, CRASH",
    "multi-paxos, Paxos, flush before answering, POWER"
  })
  void it_does_not_without(String pattern, String name, String mechanism, FaultKind kind)
      throws Exception {
    try (URLClassLoader classes = compiled(pattern, name, Set.of(mechanism))) {
      Optional<?> wrong = Optional.empty();
      for (int seed = 1; seed <= SEEDS && wrong.isEmpty(); seed++) {
        wrong = run(classes, 3, drawn(List.of(kind), 3, seed), seed).wrong();
      }
      assertThat(wrong).isPresent();
    }
  }

  /** A leader that is cut off and loses its power, whoever it is, and a clock that jumps. */
  private static FaultSchedule written() {
    List<Fault> faults = new ArrayList<>();
    for (int node = 0; node < 3; node++) {
      long at = (500 + 1_000 * node) * MILLI;
      faults.add(new Fault.Partition(at, 400 * MILLI, List.of(node), Fault.Way.BOTH));
      faults.add(new Fault.Crash(at + 200 * MILLI, 300 * MILLI, node, Fault.Disk.UNSYNCED));
      faults.add(new Fault.Clock(at, (node + 1) % 3, -300 * MILLI, 0));
    }
    return new FaultSchedule(faults);
  }

  private static FaultSchedule drawn(List<FaultKind> kinds, int members, long seed) {
    return FaultSchedule.drawn(
        FaultMix.of(kinds, 300 * MILLI, 400 * MILLI), Scene.of(members), HORIZON, new Chance(seed));
  }

  private record Run(int answered, Optional<?> wrong) {}

  private static Run run(ClassLoader classes, int members, FaultSchedule schedule, long seed)
      throws ReflectiveOperationException {
    Method run =
        classes
            .loadClass("com.example.Laboratory")
            .getMethod("run", int.class, FaultSchedule.class, long.class);
    Object result = run.invoke(null, members, schedule, seed);
    return new Run(
        (Integer) result.getClass().getMethod("answered").invoke(result),
        (Optional<?>) result.getClass().getMethod("wrong").invoke(result));
  }

  private URLClassLoader compiled(String pattern, String name, Set<String> leftOut)
      throws IOException {
    List<Path> sources = new ArrayList<>();
    Code code = new Code("com.example", 3, leftOut);
    for (Code.SourceFile file : code.of(Patterns.named(pattern).orElseThrow(), Flavour.JAVA)) {
      if (file.path().startsWith("src/main/")) {
        sources.add(written(file.path(), file.text()));
      }
    }
    try (InputStream in = getClass().getResourceAsStream("/laboratory/Laboratory.java")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8).replace("NAME", name);
      sources.add(written("src/main/java/com/example/Laboratory.java", text));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      boolean succeeded =
          compiler
              .getTask(
                  told, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(succeeded).as(told.toString()).isTrue();
    }
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, GeneratedConsensusTest.class.getClassLoader());
  }

  private Path written(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
