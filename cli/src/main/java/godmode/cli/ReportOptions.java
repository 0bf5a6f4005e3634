package godmode.cli;

import godmode.core.evidence.Environment;
import godmode.core.report.Style;
import godmode.core.review.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What to look at, what to print, and when to fail. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      description = {
        "text, json, sarif, junit, github, gitlab, checkstyle, markdown or mermaid (the topology as"
            + " a diagram), on standard output or into FILE. Repeatable (default: text)."
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
      names = "--no-counterexamples",
      description = "Do not run the models that show how findings come about.")
  private boolean noCounterexamples;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never (default: auto). NO_COLOR is honoured.")
  private ColorPolicy color;

  enum OpenPolicy {
    ALLOW,
    FAIL
  }

  enum ColorPolicy {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Refuses a level that is none. */
  void check() {
    FailLevel.check(failOn);
  }

  Outputs outputs() {
    return Outputs.of(formats);
  }

  /** From which severity on findings fail: the option, else the configuration, else errors. */
  String level(Optional<String> configured) {
    return failOn.or(() -> configured).orElse(Severity.ERROR.word());
  }

  /** Whether open questions fail, where the command line says so. */
  Optional<Boolean> openFails() {
    return open.map(OpenPolicy.FAIL::equals);
  }

  /** The only environment to review, where one is asked for. */
  Optional<Environment> environment() {
    return environment.map(Environment::named);
  }

  /** Whether findings say how they come about, where a model shows it. */
  boolean hasCounterexamples() {
    return !noCounterexamples;
  }

  /** Whether input that could not be read fails. */
  boolean isStrict() {
    return strict;
  }

  /**
   * How text looks.
   *
   * @param terminal whether standard output is a terminal that wants colour
   */
  Style style(boolean terminal) {
    boolean colour = color == ColorPolicy.ALWAYS || (color == ColorPolicy.AUTO && terminal);
    return colour ? Style.ANSI : Style.PLAIN;
  }
}
