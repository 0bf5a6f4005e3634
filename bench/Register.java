import com.sun.management.OperatingSystemMXBean;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.simulate.explore.Exploration;
import godmode.simulate.explore.Explorer;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.PackedExplorer;
import godmode.simulate.explore.Property;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.PackedQuorumRegister;
import godmode.simulate.model.QuorumRegister;
import godmode.simulate.model.QuorumRegister.Action;
import godmode.simulate.model.QuorumRegister.World;
import godmode.simulate.model.TwoPhaseCommit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The explorer against TLC on one model in one run: a quorum register of five nodes (R = W = 3, two
 * writes, two readers). Counts are pinned; the run fails if one differs, if the packed search is
 * not ten times as fast as TLC, or finds fewer than 1.3 million distinct states in a second of the
 * processor; on an idle machine that is a second of the clock and less, since compiling counts.
 *
 * <p>{@code bench/run} starts it. Arguments: the TLA+ file; {@code --generic} to search without
 * packing, too, which takes 4 GB; {@code --without-tlc} to leave out the searches of TLC.
 */
public final class Register {
  private static final int DISTINCT = 9_397_562;
  private static final int FOLDED = 64_636;
  private static final long GENERATED = 71_776_692;
  private static final double TIMES_FASTER_MIN = 10;
  private static final double PER_SECOND_MIN = 1.3e6;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static boolean failed;

  private Register() {}

  /**
   * How long a search took.
   *
   * @param seconds by the clock
   * @param processor of all threads of this process, compilers and collectors included
   */
  private record Took(double seconds, double processor) {}

  /** Starts to count. */
  private record Start(long clock, long processor) {
    static Start now() {
      return new Start(System.nanoTime(), PROCESS.getProcessCpuTime());
    }

    Took took() {
      Start end = now();
      return new Took((end.clock - clock) / 1e9, (end.processor - processor) / 1e9);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path tla = Path.of(arguments[0]);
    List<String> options = List.of(arguments).subList(1, arguments.length);
    boolean compares = !options.contains("--without-tlc");
    System.out.println(
        "| search | distinct states | generated | seconds | of the processor | states/s |");
    System.out.println("|---|---|---|---|---|---|");
    twoPhase(3, 288);
    twoPhase(5, 8_832);
    QuorumRegister model = new QuorumRegister(5, 3, 3, 2, 2, false, false);
    Took first = packed(model, false, DISTINCT, "packed, first");
    double tlc = compares ? tlc(tla, "", DISTINCT, "TLC, 2 workers") : 0;
    Took second = packed(model, false, DISTINCT, "packed, second");
    packed(model, true, FOLDED, "packed, with symmetry, cold");
    Took folded = packed(model, true, FOLDED, "packed, with symmetry");
    generic(model, model, FOLDED, "generic, with symmetry");
    double foldedTlc =
        compares ? tlc(tla, "SYMMETRY Equals\n", FOLDED, "TLC, with symmetry") : 0;
    if (options.contains("--generic")) {
      generic(model, unfolded(model), DISTINCT, "generic");
    }
    double seconds = Math.min(first.seconds, second.seconds);
    double processor = Math.min(first.processor, second.processor);
    if (compares) {
      say(
          "packed is %.1f times as fast as TLC, %.1f with symmetry",
          tlc / seconds, foldedTlc / folded.seconds);
      check(tlc / seconds >= TIMES_FASTER_MIN, "packed is not ten times as fast as TLC");
    }
    check(DISTINCT / processor >= PER_SECOND_MIN, "packed is below 1.3 million states a second");
    System.exit(failed ? 1 : 0);
  }

  private static void twoPhase(int managers, int states) {
    TwoPhaseCommit model = new TwoPhaseCommit(managers, 0);
    Start start = Start.now();
    Exploration<?, ?> end =
        Explorer.explore(
            new Scenario<>(plain(model), Property.always(w -> true), List.of(), null),
            Budget.ofStates(states + 1));
    row("generic, TwoPhase of " + managers, end, start, states);
  }

  private static Took packed(QuorumRegister model, boolean folds, int states, String name) {
    Start start = Start.now();
    Exploration<World, Action> end =
        PackedExplorer.explore(
            new Scenario<>(model, QuorumRegister.FRESH, List.of(), null),
            new PackedQuorumRegister(model, folds),
            Budget.ofStates(states + 1));
    return row(name, end, start, states);
  }

  private static Took generic(
      QuorumRegister model, Model<World, Action> searched, int states, String name) {
    Start start = Start.now();
    Exploration<World, Action> end =
        Explorer.explore(
            new Scenario<>(searched, QuorumRegister.FRESH, List.of(), null),
            Budget.ofStates(states + 1));
    return row(name, end, start, states);
  }

  private static Model<World, Action> unfolded(QuorumRegister model) {
    return plain(model);
  }

  private static <W extends Record, A> Model<W, A> plain(Model<W, A> model) {
    return new Model<>() {
      @Override
      public W start() {
        return model.start();
      }

      @Override
      public void moves(W world, Moves<W, A> out) {
        model.moves(world, out);
      }
    };
  }

  private static Took row(String name, Exploration<?, ?> end, Start start, int states) {
    Took took = start.took();
    long generated = 0;
    if (end instanceof Exploration.Exhausted<?, ?> all) {
      generated = all.transitions() + 1; // TLC counts the start as generated
    }
    say(
        "| %s | %,d | %,d | %.2f | %.2f | %,.0f |",
        name,
        end.states(),
        generated,
        took.seconds,
        took.processor,
        end.states() / took.processor);
    check(generated > 0 && end.states() == states, name + ": expected " + states + " states");
    check(states != DISTINCT || generated == GENERATED, name + ": expected " + GENERATED + " moves");
    return took;
  }

  private static double tlc(Path tla, String symmetry, int states, String name)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("register");
    Path copy = Files.copy(tla, folder.resolve(tla.getFileName()));
    Path configuration =
        Files.writeString(
            folder.resolve("register.cfg"),
            "SPECIFICATION Spec\nINVARIANT Holds\n"
                + symmetry
                + "CONSTANTS\n Nodes = {n1, n2, n3, n4, n5}\n Readers = {r1, r2}\n R = 3\n W = 3\n"
                + " Writes = 2\n Together = FALSE\n");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:+UseTransparentHugePages",
                "-Xmx6g",
                "-cp",
                System.getProperty("java.class.path"),
                "tlc2.TLC",
                "-workers",
                "2",
                "-deadlock",
                "-metadir",
                folder.resolve("states").toString(),
                "-config",
                configuration.toString(),
                copy.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    Matcher counts =
        Pattern.compile("([0-9]+) states generated, ([0-9]+) distinct states found").matcher(said);
    long generated = 0;
    long distinct = 0;
    while (counts.find()) {
      generated = Long.parseLong(counts.group(1));
      distinct = Long.parseLong(counts.group(2));
    }
    say(
        "| %s | %,d | %,d | %.2f | - | %,.0f |",
        name, distinct, generated, seconds, distinct / seconds);
    check(distinct == states, name + ": expected " + states + " states\n" + said);
    return seconds;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      failed = true;
      System.out.println("FAILED: " + otherwise);
    }
  }
}
