package godmode.cli;

import godmode.core.report.ReportRequest;
import godmode.engine.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The way in. Only {@link #main} ends the process; everything else takes writers and returns a
 * number.
 */
@Command(
    name = "godmode",
    description = "Review the design of a distributed system, from its repository.",
    mixinStandardHelpOptions = true,
    versionProvider = Godmode.Version.class)
@SuppressWarnings("NullAway.Init") // picocli fills the field
public final class Godmode implements Callable<Integer> {
  /** Every command, in the order of the help page. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          DistributedCommand.class,
          InitCommand.class,
          RulesCommand.class,
          ExplainCommand.class,
          SimulateCommand.class,
          GenerateCommand.class,
          CompletionCommand.class);

  @Spec private CommandSpec spec;

  /** Runs the program and ends the process. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, Surroundings.ofProcess(), args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs the program.
   *
   * @param out the document
   * @param err progress and diagnostics
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, Surroundings around, String... args) {
    CommandLine line =
        commandLine(around, needed(args))
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(Godmode::misused)
            .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, err));
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  /** Every command with its options. */
  static CommandLine commandLine(Surroundings around) {
    return commandLine(around, COMMANDS);
  }

  /** The command that is named first, or all: reading the options of one takes a while. */
  private static List<Class<?>> needed(String... args) {
    return COMMANDS.stream()
        .filter(type -> args.length > 0 && name(type).equals(args[0]))
        .filter(type -> type != CompletionCommand.class) // it completes the others
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  private static String name(Class<?> type) {
    return type.getAnnotation(Command.class).name();
  }

  private static CommandLine commandLine(Surroundings around, List<Class<?>> commands) {
    CommandLine line = new CommandLine(new Godmode(), new Commands(around));
    commands.forEach(line::addSubcommand);
    return line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    spec.commandLine().getErr().print(spec.commandLine().getUsageMessage());
    return ExitCode.USAGE.value();
  }

  private static int misused(ParameterException misuse, String[] args) {
    PrintWriter err = misuse.getCommandLine().getErr();
    err.println("godmode: " + Misuse.of(misuse));
    return ExitCode.USAGE.value();
  }

  private static int failed(Exception failure, PrintWriter err) {
    if (failure instanceof UserError error) {
      Diagnostics.failed(error, err);
      return ExitCode.USAGE.value();
    }
    if (failure instanceof TerminalAnswers.Interrupted) {
      return ExitCode.INTERRUPTED.value();
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    err.println("godmode: this is a defect in godmode, not a verdict on your design;");
    err.println("please report the command, and this:");
    err.print(trace);
    return ExitCode.DEFECT.value();
  }

  /** Makes the commands, handing each what surrounds the process. */
  private record Commands(Surroundings around) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == DistributedCommand.class) {
        return type.cast(new DistributedCommand(around));
      }
      if (type == SimulateCommand.class) {
        return type.cast(new SimulateCommand(around));
      }
      if (type == ExplainCommand.class) {
        return type.cast(new ExplainCommand(around));
      }
      if (type == RulesCommand.class) {
        return type.cast(new RulesCommand(around));
      }
      if (type == InitCommand.class) {
        return type.cast(new InitCommand(around));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"godmode " + number().orElse("unreleased")};
    }

    /** The number, where the program runs from its jar. */
    static Optional<String> number() {
      return Optional.ofNullable(Godmode.class.getPackage().getImplementationVersion());
    }
  }

  /**
   * What surrounds the process; tests give their own.
   *
   * @param clock for the session log
   * @param interactive whether a person can be asked: a terminal, and no {@code CI=true}
   * @param colours whether standard output is a terminal that wants colour
   * @param user who answers, for the design record
   * @param columns how wide the terminal is
   * @param automated whether this is a CI job, in which files of people's are not touched
   * @param terminals where a person is asked
   */
  public record Surroundings(
      Clock clock,
      boolean interactive,
      boolean colours,
      String user,
      int columns,
      boolean automated,
      TerminalSource terminals) {
    /** Opens a terminal. */
    @FunctionalInterface
    public interface TerminalSource {
      /** That of the process. */
      TerminalSource PROCESS =
          () -> TerminalBuilder.builder().graphemeCluster(false).dumb(true).build();

      Terminal open() throws IOException;
    }

    /** On the terminal of the process. */
    public Surroundings(
        Clock clock,
        boolean interactive,
        boolean colours,
        String user,
        int columns,
        boolean automated) {
      this(clock, interactive, colours, user, columns, automated, TerminalSource.PROCESS);
    }

    /** On a terminal of the usual width, or on none. */
    public Surroundings(Clock clock, boolean interactive, boolean colours, String user) {
      this(clock, interactive, colours, user, ReportRequest.COLUMNS, false);
    }

    /** Whether a person sees standard error; the launcher tells. */
    boolean isErrorTerminal() {
      return Boolean.getBoolean("godmode.terminal.error");
    }

    /** The launcher tells what is a terminal: Java 17 cannot ask for each stream by itself. */
    static Surroundings ofProcess() {
      boolean input = Boolean.getBoolean("godmode.terminal.input");
      boolean output = Boolean.getBoolean("godmode.terminal.output");
      boolean automated = "true".equalsIgnoreCase(System.getenv("CI"));
      boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
      return new Surroundings(
          Clock.systemUTC(),
          input && output && !automated,
          output && !plain,
          System.getProperty("user.name", ""),
          output
              ? Integer.getInteger("godmode.terminal.columns", ReportRequest.COLUMNS)
              : ReportRequest.COLUMNS,
          automated);
    }
  }
}
