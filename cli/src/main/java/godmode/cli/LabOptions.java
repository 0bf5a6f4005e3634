package godmode.cli;

import godmode.core.laboratory.LabReport;
import godmode.core.report.ReportRequest;
import godmode.core.report.Style;
import godmode.engine.UserError;
import godmode.engine.lab.DesignNumbers;
import godmode.engine.lab.FaultWords;
import godmode.engine.lab.LabRequest;
import godmode.engine.lab.Laboratory;
import godmode.engine.lab.OptionsFile;
import godmode.templates.json.LabJson;
import godmode.templates.laboratory.Diagrams;
import godmode.templates.text.LabText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What only a protocol under faults is asked. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LabOptions {
  private static final int RUNS_MAX = 10_000_000;

  @Option(names = "--nodes", paramLabel = "N", description = "Servers of a protocol (default: 5).")
  private Optional<Integer> nodes = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the first run of a protocol; the next ones follow (default: 1).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Run a protocol N times (default: 100).")
  private Optional<Integer> runs = Optional.empty();

  @Option(
      names = "--faults",
      paramLabel = "KIND",
      split = ",",
      description = {
        "Draw faults: partition (isolate, halves or random, both ways or one), isolate, halves,"
            + " random, ring, site, crash, power, wipe, pause, clock, clog; all for those that"
            + " the protocol withstands, which are drawn for a mutant where nothing is said; or"
            + " none.",
        "A cut can be narrowed to one way (halves:in, :out, :one-way), a clock to"
            + " clock:offset, :step or :drift."
      })
  private List<String> faults = new ArrayList<>();

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Option(
      names = "--schedule",
      paramLabel = "FILE",
      description = "Faults from a file in YAML, instead of drawn ones.")
  private Optional<Path> schedule = Optional.empty();

  @Option(
      names = "--mutant",
      paramLabel = "NAME",
      description = "Leave something out of a protocol, to see what it is for.")
  private Optional<String> mutant = Optional.empty();

  @Option(
      names = "--options",
      paramLabel = "FILE",
      description = "Options of a protocol from a file in YAML or JSON.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--design",
      description =
          "Take members, sites and time-outs from the design in PATH; --on names the cluster, of"
              + " 2pc and saga the service, of lock the lock.")
  private boolean design;

  /** Whether any of them was given. */
  boolean isAsked() {
    return file.isPresent()
        || nodes.isPresent()
        || seed.isPresent()
        || runs.isPresent()
        || !faults.isEmpty()
        || schedule.isPresent()
        || mutant.isPresent()
        || network.isAsked()
        || design;
  }

  boolean isOfDesign() {
    return design;
  }

  /** The protocol that the file of options names, where no other is named. */
  Optional<String> protocol(Optional<String> asked) throws IOException {
    return asked.isPresent() || file.isEmpty() ? asked : OptionsFile.read(file.get()).protocol();
  }

  /** Whether somebody says how many servers there are, whatever a design says. */
  boolean isCounted() throws IOException {
    Optional<OptionsFile> said = Optional.empty();
    if (file.isPresent()) {
      said = Optional.of(OptionsFile.read(file.get()));
    }
    return network.isCounted(nodes, said);
  }

  /**
   * Makes a protocol ready.
   *
   * @param with numbers of the command line
   * @param ofDesign what the design says, where it was asked
   */
  Laboratory laboratory(String protocol, Map<String, String> with, Optional<DesignNumbers> ofDesign)
      throws IOException {
    Optional<OptionsFile> said = Optional.empty();
    if (file.isPresent()) {
      said = Optional.of(OptionsFile.read(file.get()));
    }
    Map<String, String> numbers = new LinkedHashMap<>();
    ofDesign.ifPresent(known -> numbers.putAll(known.with()));
    said.ifPresent(known -> numbers.putAll(known.with()));
    numbers.putAll(network.numbers());
    numbers.putAll(with);
    int often = runs.or(optional(said.flatMap(OptionsFile::runs))).orElse(100);
    if (often < 1 || often > RUNS_MAX) {
      throw new UserError("--runs " + often + ": write a whole number from 1 to " + RUNS_MAX);
    }
    Optional<String> lacking = mutant.or(optional(said.flatMap(OptionsFile::mutant)));
    List<String> kinds =
        faults.isEmpty() ? said.map(OptionsFile::faults).orElse(List.of()) : faults;
    if (kinds.isEmpty() && lacking.isPresent() && schedule.isEmpty()) {
      kinds = List.of(FaultWords.ALL); // what is left out is missed when something fails
    }
    return Laboratory.of(
        new LabRequest(
            protocol,
            network.where(nodes, said, ofDesign),
            seed.or(optional(said.flatMap(OptionsFile::seed))).orElse(1L),
            often,
            kinds,
            lacking,
            numbers),
        schedule);
  }

  private static <T> java.util.function.Supplier<Optional<T>> optional(Optional<T> other) {
    return () -> other;
  }

  /** Runs, prints, and says how it ended. */
  static ExitCode run(
      Laboratory laboratory,
      SimulateCommand.Format format,
      Godmode.Surroundings around,
      PrintWriter out,
      PrintWriter err)
      throws IOException {
    try (Interrupt interrupt = Interrupt.listening()) {
      Progress progress = new Progress(around, err);
      LabReport report =
          laboratory.report(
              (done, wrong) -> {
                progress.tell(done, laboratory.runs(), wrong);
                return interrupt.isHeard();
              });
      out.print(printed(report, format, around));
      out.flush();
      if (interrupt.isHeard()) {
        return ExitCode.INTERRUPTED;
      }
      return report.wrong() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }
  }

  /** Says now and then how far it is, less and less often, and only to a person. */
  private static final class Progress {
    private static final long MILLIS_MIN = 2_000;
    private static final long MILLIS_MAX = 60_000;

    private final Godmode.Surroundings around;
    private final PrintWriter err;
    private long last;
    private long pause = MILLIS_MIN;

    Progress(Godmode.Surroundings around, PrintWriter err) {
      this.around = around;
      this.err = err;
      this.last = around.clock().millis();
    }

    void tell(int done, int asked, int wrong) {
      long now = around.clock().millis();
      if (around.isErrorTerminal() && now - last >= pause) {
        last = now;
        pause = Math.min(2 * pause, MILLIS_MAX);
        err.println(
            String.format(
                Locale.ROOT, "godmode: %,d of %,d runs, %,d went wrong", done, asked, wrong));
        err.flush();
      }
    }
  }

  private static String printed(
      LabReport report, SimulateCommand.Format format, Godmode.Surroundings around)
      throws IOException {
    ReportRequest page =
        ReportRequest.WHOLE.in(around.colours() ? Style.ANSI : Style.PLAIN).wide(around.columns());
    return switch (format) {
      case TEXT -> LabText.summary(report, page);
      case JSON -> LabJson.of(report);
      case SCHEDULE -> LabText.schedule(report);
      case TIMELINE -> LabText.timeline(report, page);
      case MERMAID -> Diagrams.mermaid(report);
      case SVG -> Diagrams.svg(report);
    };
  }
}
