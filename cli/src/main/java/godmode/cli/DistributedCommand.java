package godmode.cli;

import godmode.core.evidence.Environment;
import godmode.core.interview.AnswerSource;
import godmode.core.interview.Questions;
import godmode.core.report.LegalValues;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.report.Style;
import godmode.core.review.Gate;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import godmode.engine.Artifacts;
import godmode.engine.Engine;
import godmode.engine.Interview;
import godmode.engine.KnownFindings;
import godmode.engine.Session;
import godmode.engine.SessionRequest;
import godmode.engine.UserError;
import godmode.templates.text.FirstScreen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: what is there, what is not decided, and is it sound. */
@Command(
    name = "distributed",
    description = {
      "Detect the distributed system in a repository, decide what files cannot show, and review both.",
      "",
      "With no part flag it designs the whole system: it shows what was found, asks what is open,"
          + " and leaves a design record, four documents and a row in the session log. Part flags"
          + " combine; --topology and --validate write nothing."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; nothing at or above --fail-on",
      "1:findings at or above --fail-on; stale documents with --check",
      "2:usage error, unreadable path, invalid answers, record or configuration",
      "3:open decisions that the asked part needs; unread input with --strict",
      "4:nothing was found to analyse",
      "70:a defect in godmode, never a verdict",
      "130:interrupted; nothing half-written is left behind"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DistributedCommand implements Callable<Integer> {
  private final Godmode.Surroundings around;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "Directories to review as one system (default: the current one).",
      arity = "0..*")
  private List<Path> paths = new ArrayList<>();

  @ArgGroup(validate = false, heading = "%nParts:%n")
  private PartFlags parts = new PartFlags();

  @ArgGroup(validate = false, heading = "%nAnswers:%n")
  private AnswerOptions answers = new AnswerOptions();

  @ArgGroup(validate = false, heading = "%nReport:%n")
  private ReportOptions report = new ReportOptions();

  @ArgGroup(validate = false, heading = "%nCompared with before:%n")
  private CompareOptions compare = new CompareOptions();

  @ArgGroup(validate = false, heading = "%nFiles:%n")
  private FileOptions files = new FileOptions();

  DistributedCommand(Godmode.Surroundings around) {
    this.around = around;
  }

  /** One flag for each part of a design. */
  static final class PartFlags {
    @Option(names = "--cap", description = "CAP and PACELC, consistency per operation.")
    private boolean cap;

    @Option(names = "--consensus", description = "Consensus protocol and configuration.")
    private boolean consensus;

    @Option(names = "--lock", description = "Distributed locks.")
    private boolean lock;

    @Option(names = "--shard", description = "Sharding and partition key.")
    private boolean shard;

    @Option(names = "--consistency", description = "Eventual consistency, conflict resolution.")
    private boolean consistency;

    @Option(names = "--leader", description = "Leader election.")
    private boolean leader;

    @Option(names = "--partition", description = "Before, during and after a network partition.")
    private boolean partition;

    @Option(names = "--topology", description = "What was detected, as text or data.")
    private boolean topology;

    @Option(
        names = "--validate",
        description = "Check repository and recorded design; the pre-merge job.")
    private boolean validate;

    List<Part> asked() {
      List<Part> asked = new ArrayList<>();
      add(asked, cap, Part.CAP);
      add(asked, consensus, Part.CONSENSUS);
      add(asked, lock, Part.LOCK);
      add(asked, shard, Part.SHARD);
      add(asked, consistency, Part.CONSISTENCY);
      add(asked, leader, Part.LEADER);
      add(asked, partition, Part.PARTITION);
      add(asked, topology, Part.TOPOLOGY);
      add(asked, validate, Part.VALIDATE);
      return asked;
    }

    private static void add(List<Part> asked, boolean flag, Part part) {
      if (flag) {
        asked.add(part);
      }
    }
  }

  /** Where decisions come from. */
  static final class AnswerOptions {
    @Option(
        names = "--system",
        paramLabel = "NAME",
        description = "Name of the system (default: the recorded one, else what the files say).")
    private Optional<String> system = Optional.empty();

    @Option(
        names = "--answers",
        paramLabel = "FILE",
        description = "Decisions, as a part of a design record in YAML or JSON.")
    private Optional<Path> file = Optional.empty();

    @Option(
        names = "--set",
        paramLabel = "PATH=VALUE",
        description = "One decision: data.orders.reads=latest. Repeatable.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--no-input", description = "Ask nothing; also implied by CI=true.")
    private boolean none;

    @Option(
        names = "--max-rounds",
        paramLabel = "N",
        defaultValue = "50",
        description = "Ask at most N questions (default: ${DEFAULT-VALUE}).")
    private int roundsMax;
  }

  /** What to look at, what to print, and when to fail. */
  static final class ReportOptions {
    @Option(
        names = "--format",
        paramLabel = "FORMAT[=FILE]",
        description = {
          "text, json, sarif, junit, github, gitlab, checkstyle or markdown, on standard output or"
              + " into FILE. Repeatable (default: text)."
        })
    private List<String> formats = new ArrayList<>();

    @Option(
        names = "--fail-on",
        paramLabel = "LEVEL",
        description = "error, warning, info or never (default: error).")
    private Optional<String> failOn = Optional.empty();

    @Option(
        names = "--open-questions",
        paramLabel = "POLICY",
        description = "allow or fail (default: fail where a design record exists).")
    private Optional<OpenPolicy> open = Optional.empty();

    @Option(names = "--env", paramLabel = "NAME", description = "Only this environment.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--strict", description = "Input that could not be read fails, too.")
    private boolean strict;

    @Option(
        names = "--color",
        paramLabel = "WHEN",
        defaultValue = "auto",
        description = "auto, always or never (default: auto). NO_COLOR is honoured.")
    private ColorPolicy color;
  }

  /** What is written, and where. */
  static final class FileOptions {
    @Option(
        names = "--out",
        paramLabel = "DIR",
        defaultValue = "docs/distributed",
        description = "Where documents go, below PATH (default: ${DEFAULT-VALUE}).")
    private String out;

    @Option(names = "--dry-run", description = "Write nothing.")
    private boolean dryRun;

    @Option(
        names = "--log",
        description = "Append the session's row even where nothing is written.")
    private boolean log;

    @Option(
        names = "--check",
        description =
            "Write nothing; fail if committed documents differ from what would be written.")
    private boolean check;
  }

  enum OpenPolicy {
    ALLOW,
    FAIL
  }

  enum ColorPolicy {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Part> asked = parts.asked();
    Outputs outputs = Outputs.of(report.formats);
    FailLevel.check(report.failOn);
    boolean mayWrite = !files.dryRun && !files.check;
    compare.check(around.automated(), mayWrite, report.environment);
    Optional<KnownFindings> known = compare.known();
    Engine engine = Engine.standard();
    Session session = new Session(engine, request());
    if (session.analysis().topology().isEmpty()) {
      return nothingFound(session, err);
    }
    boolean designing = asked.stream().anyMatch(Part::isDesigned) || asked.isEmpty();
    Interview interview = new Interview(session, designed(asked), answers.roundsMax);
    boolean interactive =
        designing && !files.check && !answers.none && around.interactive() && outputs.isTextOnly();
    if (interactive && !interview.open().isEmpty()) {
      out.print(FirstScreen.of(session.review(), request(session, asked, List.of())));
      out.println();
      out.flush();
      interview(interview, request(session, asked, List.of()));
    }
    boolean gated = designing && interview.isGateClosed();
    Artifacts artifacts =
        new Artifacts(session, files.out, around.user(), around.clock().instant());
    List<String> stale = files.check ? artifacts.stale() : List.of();
    List<String> written = List.of();
    Review review = session.review();
    if (designing && !gated && !files.check) {
      Artifacts.Written result = files.dryRun ? artifacts.planned() : artifacts.write();
      review = result.review();
      written = result.paths();
    } else if (files.log && !files.check) {
      artifacts.log();
    }
    String level = report.failOn.or(session::failOn).orElse(Severity.ERROR.word());
    Gate gate = compare.gate(engine, session, review, known, level, err);
    outputs.write(review, request(session, asked, written).behind(gate), out);
    out.flush();
    boolean whole = report.environment.isEmpty();
    compare.settle(review, gate, known, mayWrite && !around.automated(), whole, err);
    review.notices().forEach(notice -> err.println("godmode: " + notice.text()));
    stale.forEach(path -> err.println("godmode: " + path + " is not what would be written now"));
    List<OpenDecision> needed = designing ? interview.open() : List.of();
    explainOpen(needed, gated, !(outputs.isTextOnly() && around.interactive()), err);
    Ending ending =
        new Ending(
            review,
            session,
            gate,
            report.open.map(OpenPolicy.FAIL::equals),
            !stale.isEmpty(),
            !needed.isEmpty(),
            report.strict);
    if (outputs.isTextOnly() && !asked.equals(List.of(Part.TOPOLOGY))) {
      out.println(ending.meaning());
    }
    return ending.code().value();
  }

  private SessionRequest request() {
    return new SessionRequest(
        paths.isEmpty() ? List.of(Path.of("")) : paths,
        answers.system,
        answers.file,
        answers.set,
        report.environment.map(Environment::named),
        LocalDate.ofInstant(around.clock().instant(), around.clock().getZone()));
  }

  private ReportRequest request(Session session, List<Part> asked, List<String> written) {
    boolean colour =
        report.color == ColorPolicy.ALWAYS
            || (report.color == ColorPolicy.AUTO && around.colours());
    LegalValues choices =
        decision ->
            Questions.choices(decision.attribute()).stream().map(choice -> choice.value()).toList();
    return ReportRequest.WHOLE
        .forParts(asked)
        .in(colour ? Style.ANSI : Style.PLAIN)
        .with(choices)
        .afterReading(session.analysis().filesRead())
        .having(written)
        .wide(around.columns());
  }

  private static void interview(Interview interview, ReportRequest page) throws IOException {
    try (TerminalAnswers people = TerminalAnswers.open(() -> interview.open().size(), page)) {
      AnswerSource source = people;
      interview.run(source);
    }
  }

  private static List<Part> designed(List<Part> asked) {
    return asked.stream().filter(Part::isDesigned).toList();
  }

  private static int nothingFound(Session session, PrintWriter err) {
    session
        .analysis()
        .topology()
        .unread()
        .forEach(unread -> err.println("godmode: " + unread.at() + ": " + unread.why()));
    session.review().notices().forEach(notice -> err.println("godmode: " + notice.text()));
    boolean defect = session.review().notices().stream().anyMatch(notice -> notice.defect());
    err.println(
        "godmode: nothing to analyse: none of "
            + session.analysis().filesRead()
            + " files shows a service, a store or a broker; Compose files, Kubernetes manifests,"
            + " build files and Spring configuration are read");
    return (defect ? ExitCode.DEFECT : ExitCode.NOTHING_FOUND).value();
  }

  private static void explainOpen(
      List<OpenDecision> needed, boolean gated, boolean listing, PrintWriter err) {
    if (needed.isEmpty()) {
      return;
    }
    if (gated) {
      err.println(
          "godmode: nothing was designed or written: how the data behaves in a partition comes"
              + " first");
    }
    err.println(
        "godmode: "
            + needed.size()
            + (needed.size() == 1 ? " decision is" : " decisions are")
            + " open; answer at a terminal, with --answers FILE, or with --set"
            + (listing ? ":" : ", as shown above"));
    if (!listing) {
      return;
    }
    for (OpenDecision decision : needed) {
      List<String> legal =
          Questions.choices(decision.attribute()).stream().map(choice -> choice.value()).toList();
      String values =
          legal.isEmpty() ? Questions.example(decision.attribute()) : String.join("|", legal);
      err.println("  --set " + decision.path() + "=" + values);
    }
  }

  /** Thrown for options whose values picocli cannot check. */
  static UserError usage(String message) {
    return new UserError(message);
  }
}
