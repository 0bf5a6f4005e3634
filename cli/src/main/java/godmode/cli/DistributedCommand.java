package godmode.cli;

import godmode.core.decide.Contradictions;
import godmode.core.interview.Field;
import godmode.core.interview.Questions;
import godmode.core.report.LegalValues;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.review.Gate;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.engine.Artifacts;
import godmode.engine.Engine;
import godmode.engine.Interview;
import godmode.engine.KnownFindings;
import godmode.engine.Session;
import godmode.engine.SessionRequest;
import godmode.engine.UserError;
import godmode.templates.PartView;
import godmode.templates.text.FirstScreen;
import godmode.templates.text.OpenText;
import godmode.templates.text.Wrapped;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: what is there, what is not decided, and is it sound. */
@Command(
    name = "distributed",
    description = {
      "Detect the distributed system in a repository, decide what files cannot show, and review"
          + " both.",
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

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Part> asked = parts.asked();
    Outputs outputs = report.outputs();
    report.check();
    compare.check(around.automated(), files.mayWrite(), report.environment());
    Engine engine = Engine.standard();
    Session session = new Session(engine, request());
    Optional<KnownFindings> known = compare.known(session);
    if (session.analysis().topology().isEmpty()) {
      return Diagnostics.nothingFound(session, err).value();
    }
    boolean designing = asked.stream().anyMatch(Part::isDesigned) || asked.isEmpty();
    Interview interview = new Interview(session, designed(asked), answers.roundsMax());
    boolean interactive =
        designing
            && !files.isCheck()
            && !answers.isSilent()
            && (around.interactive() || (answers.isPlain() && !around.automated()))
            && outputs.isTextOnly();
    if (answers.isTemplate()) {
      out.print(interview.template());
      return ExitCode.OK.value();
    }
    String first = "";
    if (interactive && !interview.questions().isEmpty()) {
      first = FirstScreen.of(session.shown(), request(session, asked, List.of()));
      out.print(first);
      out.println();
      out.flush();
      conversation(session, asked, out, err);
    }
    contradicted(interview, session.answeredPaths());
    boolean gated = designing && interview.isGateClosed();
    Artifacts artifacts =
        new Artifacts(session, files.out(), around.user(), around.clock().instant());
    List<String> stale = files.isCheck() ? artifacts.stale() : List.of();
    List<String> written = List.of();
    Review review = session.shown();
    if (designing && !gated && !files.isCheck()) {
      Artifacts.Written result = files.isDryRun() ? artifacts.planned() : artifacts.write();
      review = result.review();
      written = result.paths();
    } else if (files.isLogged()) {
      artifacts.log();
    }
    String level = report.level(session.failOn());
    Gate gate = compare.gate(engine, session, review, known, level, err);
    outputs.write(review, request(session, asked, written).behind(gate).after(first), out);
    out.flush();
    boolean whole = report.environment().isEmpty();
    compare.settle(review, gate, known, files.mayWrite() && !around.automated(), whole, err);
    Diagnostics.notices(review, err);
    stale.forEach(path -> Diagnostics.say(path + " is not what would be written now", err));
    List<OpenDecision> needed = designing ? interview.open() : List.of();
    List<OpenDecision> shown = outputs.isTextOnly() ? listed(review, asked) : List.of();
    List<Field> further =
        interactive || !designing || files.isCheck() ? List.of() : interview.unanswered();
    Diagnostics.open(needed, gated, interactive ? needed : shown, further, around.columns(), err);
    Ending ending =
        new Ending(
            review,
            session,
            gate,
            report.openFails().or(session::openFails),
            !stale.isEmpty(),
            !needed.isEmpty() || !further.isEmpty(),
            report.isStrict());
    if (outputs.isTextOnly() && !asked.equals(List.of(Part.TOPOLOGY))) {
      out.print(Wrapped.paragraph(ending.meaning(), around.columns()));
    }
    return ending.code().value();
  }

  /** The open decisions that the text shows: the first where it is whole, else those of a part. */
  private static List<OpenDecision> listed(Review review, List<Part> asked) {
    return asked.isEmpty()
        ? OpenText.first(review.open())
        : designed(asked).stream()
            .flatMap(part -> PartView.of(part, review).open().stream())
            .toList();
  }

  private SessionRequest request() {
    return SessionRequest.of(paths, around.clock())
        .saying(answers.system(), answers.file(), answers.settings())
        .in(report.environment())
        .showing(report.hasCounterexamples());
  }

  private ReportRequest request(Session session, List<Part> asked, List<String> written) {
    LegalValues choices =
        decision ->
            Questions.choices(decision.attribute()).stream().map(choice -> choice.value()).toList();
    return ReportRequest.WHOLE
        .forParts(asked)
        .in(report.style(around.colours()))
        .with(choices)
        .afterReading(session.analysis().filesRead())
        .having(written)
        .wide(around.columns())
        .lying(session.inRepository())
        .quoting(session.sources());
  }

  private void conversation(Session session, List<Part> asked, PrintWriter out, PrintWriter err)
      throws IOException {
    new Conversation(session, designed(asked), answers, around, request(session, asked, List.of()))
        .hold(files.isDryRun(), out, err);
  }

  /** Nothing is designed on answers that exclude each other; a record is judged by the rules. */
  private static void contradicted(Interview interview, Set<String> answered) {
    List<Contradictions.Contradiction> found =
        interview.contradictions().stream()
            .filter(it -> it.paths().stream().anyMatch(answered::contains))
            .toList();
    if (!found.isEmpty()) {
      throw new UserError(
          found.stream()
              .map(it -> it.what() + " Change " + String.join(" or ", it.paths()) + ".")
              .collect(Collectors.joining("\ngodmode: ")));
    }
  }

  private static List<Part> designed(List<Part> asked) {
    return asked.stream().filter(Part::isDesigned).toList();
  }
}
