package godmode.cli;

import godmode.core.evidence.Environment;
import godmode.core.report.ReportRequest;
import godmode.core.report.Style;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.CounterexampleFinder.Watch;
import godmode.core.review.Search;
import godmode.core.review.Simulation;
import godmode.engine.Engine;
import godmode.engine.Session;
import godmode.engine.SessionRequest;
import godmode.engine.Simulator;
import godmode.engine.UserError;
import godmode.engine.lab.DesignNumbers;
import godmode.engine.lab.DesignReader;
import godmode.engine.lab.Laboratory;
import godmode.templates.Replay;
import godmode.templates.json.SimulationJson;
import godmode.templates.text.SimulationText;
import godmode.templates.text.Wrapped;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the model behind one rule on one part of a design. */
@Command(
    name = "simulate",
    description = {
      "Run the model behind a rule with the numbers of a design, or a protocol under faults.",
      "",
      "Every order of events within the printed bounds is tried, shortest first: either all are"
          + " sound, or the first that goes wrong is told step by step. --with tries a number that"
          + " the design does not have."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every schedule was tried, or every run was made, and none goes wrong",
      "1:a schedule or a run goes wrong; it is printed",
      "2:no such rule, protocol, component, number or schedule; or the rule has no model",
      "3:the budget was spent before all schedules were tried",
      "4:nothing was found to analyse",
      "130:interrupted; what was found until then is printed"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SimulateCommand implements Callable<Integer> {
  /** How to print it. */
  enum Format {
    TEXT,
    JSON,
    /** Of a protocol: one run, line by line. */
    TIMELINE,
    /** Of a protocol: the faults of one run, as a file for {@code --schedule}. */
    SCHEDULE,
    /** Of a protocol: one run as a sequence diagram. */
    MERMAID,
    /** Of a protocol: one run in space and time, and charts of what was measured. */
    SVG
  }

  private static final int LIST_COLUMNS = 80;

  private final Godmode.Surroundings around;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULE",
      index = "0",
      arity = "0..1",
      description =
          "A rule that has a model, a model that needs no repository, or a protocol; see --list.")
  private Optional<String> asked = Optional.empty();

  @Parameters(
      paramLabel = "PATH",
      index = "1..*",
      description = "Directories to review as one system (default: the current one).",
      arity = "0..*")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--list",
      description = "Name every rule that has a model, every model, and every protocol.")
  private boolean list;

  @Option(
      names = "--on",
      paramLabel = "COMPONENT",
      description = "A component, lock, topic or other subject (default: the only one that fits).")
  private Optional<String> on = Optional.empty();

  @Option(
      names = "--with",
      paramLabel = "NAME=VALUE",
      description = "Try a value that the design does not have: read-quorum=2. Repeatable.")
  private Map<String, String> with = new LinkedHashMap<>();

  @Option(
      names = "--replay",
      paramLabel = "TOKEN",
      description = "Go through one schedule again, as a counterexample names it.")
  private Optional<String> replay = Optional.empty();

  @Option(
      names = "--states",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Give up after N distinct states (default: ${DEFAULT-VALUE}).")
  private int statesMax;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description = "Give up when states take MB megabytes (default: most of what Java has).")
  private Optional<Integer> megabytesMax = Optional.empty();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Give up after N seconds (default: never).")
  private Optional<Integer> secondsMax = Optional.empty();

  @Option(names = "--env", paramLabel = "NAME", description = "In this environment.")
  private Optional<String> environment = Optional.empty();

  @Option(names = "--system", paramLabel = "NAME", description = "Name of the system.")
  private Optional<String> system = Optional.empty();

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Decisions, as a part of a design record in YAML or JSON.")
  private Optional<Path> answers = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "One decision: data.orders.reads=latest. Repeatable.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text or json; of a protocol also timeline, schedule, mermaid or svg (default:"
              + " ${DEFAULT-VALUE}).")
  private Format format;

  @Mixin private LabOptions lab = new LabOptions();

  SimulateCommand(Godmode.Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (statesMax < 1) {
      throw new UserError("--states " + statesMax + ": a search looks at 1 state at least");
    }
    atLeastOne("--memory", megabytesMax, "megabyte");
    atLeastOne("--seconds", secondsMax, "second");
    if (list) {
      return list(out);
    }
    String wanted = lab.protocol(asked).orElseThrow(SimulateCommand::nothingAsked);
    boolean isModel = Simulator.named().containsKey(wanted);
    if (Laboratory.protocols().containsKey(wanted) && !(isModel && !lab.isAsked())) {
      return protocol(wanted, out, err);
    }
    if (lab.isAsked()) {
      throw new UserError(
          wanted
              + " is no protocol; there are "
              + String.join(", ", Laboratory.protocols().keySet()));
    }
    if (format != Format.TEXT && format != Format.JSON) {
      throw new UserError("--format " + format + " is for protocols; write text or json");
    }
    if (Simulator.named().containsKey(wanted)) {
      return named(wanted, out, err);
    }
    Engine engine = Engine.standard();
    String name = Simulator.rule(engine, wanted);
    Session session = new Session(engine, request());
    if (session.analysis().topology().isEmpty()) {
      return Diagnostics.nothingFound(session, err).value();
    }
    Diagnostics.notices(session.review(), err);
    Simulator simulator = Simulator.of(engine, session.review(), name, on, with);
    try (Interrupt interrupt = Interrupt.listening()) {
      Simulation end =
          replay.isPresent()
              ? simulator.told(simulator.replay(replay.get()))
              : simulator.search(budget(interrupt, err));
      return ended(end, interrupt, out);
    }
  }

  private static void atLeastOne(String option, Optional<Integer> given, String unit) {
    if (given.filter(n -> n < 1).isPresent()) {
      throw new UserError(option + " " + given.get() + ": a search takes 1 " + unit + " at least");
    }
  }

  private Budget budget(Interrupt interrupt, PrintWriter err) {
    long bytesMax =
        megabytesMax.map(n -> (long) n << 20).orElse(Runtime.getRuntime().maxMemory() / 4 * 3);
    return new Budget(statesMax, bytesMax, new Progress(interrupt, around, err, secondsMax));
  }

  private static UserError nothingAsked() {
    return new UserError("name a rule or a model; 'godmode simulate --list' names them all");
  }

  private static int list(PrintWriter out) {
    out.println("Rules that have a model; they take their numbers from a repository:");
    Engine.standard().models().rules().forEach(rule -> out.println("  " + rule));
    out.println();
    out.println("Models that take their numbers from --with:");
    Simulator.named()
        .forEach(
            (name, about) -> out.println(String.format(Locale.ROOT, "  %-17s %s", name, about)));
    out.println();
    out.println("Protocols that run under faults, and what --mutant can leave out of them:");
    Laboratory.protocols()
        .forEach(
            (name, about) -> {
              out.println(String.format(Locale.ROOT, "  %-17s %s", name, about));
              String mutants = String.join(", ", Laboratory.mutants(name).keySet());
              out.print(Wrapped.beside("    without:", 13, mutants, LIST_COLUMNS));
            });
    return ExitCode.OK.value();
  }

  private int protocol(String name, PrintWriter out, PrintWriter err) throws IOException {
    if (replay.isPresent()) {
      throw new UserError("--replay is for models; a protocol runs again with its --seed");
    }
    Optional<DesignNumbers> numbers = Optional.empty();
    if (lab.isOfDesign()) {
      Session session = new Session(Engine.standard(), request());
      if (session.analysis().topology().isEmpty()) {
        return Diagnostics.nothingFound(session, err).value();
      }
      numbers = Optional.of(new DesignReader(session.review(), name, on, lab.isCounted()).read());
    } else if (on.isPresent() || !paths.isEmpty()) {
      throw new UserError(
          name
              + " needs no repository; --design takes its numbers from one, --on names who runs"
              + " it");
    }
    return LabOptions.run(lab.laboratory(name, with, numbers), format, around, out, err).value();
  }

  private int named(String name, PrintWriter out, PrintWriter err) throws IOException {
    if (on.isPresent() || !paths.isEmpty()) {
      throw new UserError(
          name + " is no rule and needs no repository; give it numbers with --with NAME=VALUE");
    }
    try (Interrupt interrupt = Interrupt.listening()) {
      return ended(Simulator.named(name, with, replay, budget(interrupt, err)), interrupt, out);
    }
  }

  private int ended(Simulation end, Interrupt interrupt, PrintWriter out) throws IOException {
    print(end, out);
    out.flush();
    return (interrupt.isHeard() ? ExitCode.INTERRUPTED : code(end.end())).value();
  }

  private SessionRequest request() {
    return SessionRequest.of(paths, around.clock())
        .saying(system, answers, set)
        .in(environment.map(Environment::named));
  }

  private void print(Simulation end, PrintWriter out) throws IOException {
    if (format == Format.JSON) {
      out.print(SimulationJson.of(end));
      return;
    }
    ReportRequest page =
        ReportRequest.WHOLE.in(around.colours() ? Style.ANSI : Style.PLAIN).wide(around.columns());
    out.print(SimulationText.of(end, Replay.command(end, with, set), page));
  }

  private static ExitCode code(Search end) {
    return end.match(
        found -> found.counterexample().isWrong() ? ExitCode.FINDINGS : ExitCode.OK,
        all -> ExitCode.OK,
        some -> ExitCode.OPEN,
        none -> ExitCode.USAGE);
  }

  /** Says now and then how far a search is, less and less often. */
  private static final class Progress implements Watch {
    private static final long MILLIS_MIN = 2_000;
    private static final long MILLIS_MAX = 60_000;

    private final Interrupt interrupt;
    private final Godmode.Surroundings around;
    private final PrintWriter err;
    private final long end;
    private long last;
    private long pause = MILLIS_MIN;

    Progress(
        Interrupt interrupt,
        Godmode.Surroundings around,
        PrintWriter err,
        Optional<Integer> secondsMax) {
      this.interrupt = interrupt;
      this.around = around;
      this.err = err;
      this.last = around.clock().millis();
      this.end = secondsMax.map(n -> last + 1_000L * n).orElse(Long.MAX_VALUE);
    }

    @Override
    public boolean stops(int states, int depth) {
      long now = around.clock().millis();
      if (now - last >= pause) {
        last = now;
        pause = Math.min(2 * pause, MILLIS_MAX);
        err.println(
            String.format(
                Locale.ROOT, "godmode: %,d states, schedules of %d steps", states, depth));
      }
      return interrupt.isHeard() || now >= end;
    }
  }
}
