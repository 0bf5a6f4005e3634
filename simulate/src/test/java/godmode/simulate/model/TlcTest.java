package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.CounterexampleFinder.Budget;
import godmode.simulate.explore.Exploration;
import godmode.simulate.explore.Explorer;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Property;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our models and explorer against TLC: the same mechanism, written again in TLA+, has as many
 * states. TLC keeps its state in static fields, so each run has a process of its own.
 */
class TlcTest {
  private static final Pattern DISTINCT = Pattern.compile("([0-9]+) distinct states found");
  private static final int SECONDS_MAX = 120;

  @TempDir Path folder;

  @Test
  void tlc_finds_as_many_states() throws Exception {
    List<String> counts = new ArrayList<>();
    add(counts, new TwoPhaseCommit(3, 0), "TwoPhase", "N = 3");
    add(counts, new TwoPhaseCommit(5, 0), "TwoPhase", "N = 5");
    add(
        counts,
        new QuorumRegister(3, 2, 2, 2, 1, false),
        "QuorumRegister",
        register(3, "r1", 2, true));
    add(
        counts,
        new QuorumRegister(3, 2, 2, 1, 2, false),
        "QuorumRegister",
        register(3, "r1, r2", 1, true));
    add(
        counts,
        new QuorumRegister(3, 2, 2, 2, 2, false, false),
        "QuorumRegister",
        register(3, "r1, r2", 2, false));
    add(
        counts,
        new IncomingMessage(false, false),
        "IncomingMessage",
        "AckFirst = FALSE\n Inbox = FALSE");
    add(counts, new Redlock(3, 2, 1, false, 0), "Redlock", "N = 3\n Needed = 2\n Restarts = 1");
    add(
        counts,
        new ReadThenWrite(3, true, true),
        "ReadThenWrite",
        "N = 3\n FromReplica = TRUE\n Compares = TRUE");
    add(
        counts,
        new ZonedVoters(List.of(1, 1, 1, 1), 3, 2),
        "ZonedVoters",
        "N = 4\n Needed = 3\n Losses = 2");

    assertThat(counts)
        .containsExactly(
            "TwoPhase 288 288",
            "TwoPhase 8832 8832",
            "QuorumRegister 1175 1175",
            "QuorumRegister 2405 2405",
            "QuorumRegister 38013 38013",
            "IncomingMessage 16 16",
            "Redlock 217 217",
            "ReadThenWrite 70 70",
            "ZonedVoters 148 148");
  }

  /** With symmetry both keep one of all worlds that differ in which node or reader is which. */
  @Test
  void tlc_folds_as_many_states() throws Exception {
    QuorumRegister model = new QuorumRegister(3, 2, 2, 2, 2, false, false);
    Exploration<QuorumRegister.World, QuorumRegister.Action> ours =
        Plain.explore(model, QuorumRegister.FRESH, QuorumRegister.GOALS);

    int theirs = tlc("QuorumRegister", register(3, "r1, r2", 2, false) + "\nSYMMETRY Equals");

    assertThat(ours.states()).isEqualTo(theirs).isEqualTo(3_774);
  }

  private static String register(int nodes, String readers, int writes, boolean together) {
    return "Nodes = {"
        + IntStream.rangeClosed(1, nodes).mapToObj(n -> "n" + n).collect(Collectors.joining(", "))
        + "}\n R = 2\n W = 2\n Writes = "
        + writes
        + "\n Readers = {"
        + readers
        + "}\n Together = "
        + (together ? "TRUE" : "FALSE");
  }

  private <W extends Record, A> void add(
      List<String> counts, Model<W, A> model, String module, String constants)
      throws IOException, InterruptedException {
    Exploration<W, A> ours =
        Explorer.explore(
            Plain.scenario(new Plain.Unfolded<>(model), Property.always(w -> true), List.of()),
            Budget.ofStates(100_000));
    assertThat(ours).isInstanceOf(Exploration.Exhausted.class);
    counts.add(module + " " + ours.states() + " " + tlc(module, constants));
  }

  private int tlc(String module, String constants) throws IOException, InterruptedException {
    Path specification = folder.resolve(module + ".tla");
    try (InputStream tla = TlcTest.class.getResourceAsStream("/tlc/" + module + ".tla")) {
      assertThat(tla).as(module).isNotNull();
      Files.write(specification, tla.readAllBytes());
    }
    Path configuration = folder.resolve(module + ".cfg");
    Files.writeString(configuration, "SPECIFICATION Spec\nCONSTANTS\n " + constants + "\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "tlc2.TLC",
                "-workers",
                "1",
                "-deadlock",
                "-metadir",
                folder.resolve("states").toString(),
                "-config",
                configuration.toString(),
                specification.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).as(said).isTrue();
    Matcher distinct = DISTINCT.matcher(said);
    assertThat(said).contains("No error has been found");
    int last = -1;
    while (distinct.find()) {
      last = Integer.parseInt(distinct.group(1));
    }
    return last;
  }
}
