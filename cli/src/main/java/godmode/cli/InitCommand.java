package godmode.cli;

import godmode.core.design.Design;
import godmode.core.evidence.Environment;
import godmode.engine.Engine;
import godmode.engine.Release;
import godmode.engine.Session;
import godmode.engine.SessionRequest;
import godmode.engine.Setup;
import godmode.engine.UserError;
import godmode.templates.Untrusted;
import godmode.templates.Values;
import godmode.templates.text.Wrapped;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Switches the check on in an existing repository. */
@Command(
    name = "init",
    description = {
      "Switch the check on in a repository: configuration, baseline, and a file for its CI.",
      "",
      "Files that are there already are kept as they are. Findings of today become known ones, so"
          + " that only new ones stop a merge."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class InitCommand implements Callable<Integer> {
  /** Where what is said about a file begins. */
  private static final int COLUMN = 12;

  private final Godmode.Surroundings around;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "Directory to review (default: the current one).")
  private Optional<Path> path = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "OWNER/NAME[@TAG]",
      description =
          "The repository on github.com that publishes godmode, from which CI jobs take the"
              + " release.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--dry-run", description = "Write nothing; say what would be written.")
  private boolean dryRun;

  InitCommand(Godmode.Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    if (around.automated() && !dryRun) {
      throw new UserError(
          "init is for people: with CI=true nothing is written; run it outside CI and commit what"
              + " it leaves, or add --dry-run");
    }
    Optional<Release> release = from.map(text -> Release.of(text, Godmode.Version.number()));
    Session session =
        new Session(Engine.standard(), SessionRequest.of(path.stream().toList(), around.clock()));
    PrintWriter out = spec.commandLine().getOut();
    if (session.analysis().topology().isEmpty()) {
      return Diagnostics.nothingFound(session, spec.commandLine().getErr()).value();
    }
    Setup setup = new Setup(session, release);
    if (!dryRun) {
      setup.write();
    }
    out.println(found(session));
    out.println();
    setup.steps().forEach(step -> print(step, out));
    out.println();
    setup.advice().ifPresent(advice -> out.print(Wrapped.paragraph(advice, around.columns())));
    out.print(
        Wrapped.paragraph(
            dryRun
                ? "Nothing was written, because of --dry-run."
                : "Commit these files. From now on 'godmode distributed --validate' fails for"
                    + " what is new.",
            around.columns()));
    return ExitCode.OK.value();
  }

  private static String found(Session session) {
    String environments =
        session.review().designs().stream()
            .map(Design::environment)
            .map(Environment::name)
            .map(Untrusted::line)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s: %s from %s; environments: %s",
        session.system(),
        Values.count(session.analysis().topology().components().size(), "component"),
        Values.count(session.analysis().filesRead(), "file"),
        environments);
  }

  private void print(Setup.Step step, PrintWriter out) {
    String deed =
        switch (step.deed()) {
          case WRITTEN -> dryRun ? "would write" : "wrote";
          case KEPT -> "kept";
          case FOR_PEOPLE -> "for you";
        };
    String what = step.deed() == Setup.Deed.KEPT ? "is there already" : step.what();
    out.print(Wrapped.beside(deed, COLUMN, step.path(), around.columns()));
    String colon = step.lines().isEmpty() ? "" : ":";
    out.print(Wrapped.beside("", COLUMN, what + colon, around.columns()));
    String indent = " ".repeat(COLUMN + 2);
    step.lines().forEach(line -> out.println(indent + Untrusted.line(line)));
  }
}
