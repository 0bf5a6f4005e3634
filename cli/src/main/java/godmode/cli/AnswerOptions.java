package godmode.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where decisions come from. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AnswerOptions {
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
      names = "--plain",
      description = "Ask line by line and redraw nothing; answers may come from a pipe.")
  private boolean plain;

  @Option(names = "--restart", description = "Forget the answers of a session that was stopped.")
  private boolean restart;

  @Option(
      names = "--answers-template",
      description = "Print this repository's questions as an answers file to fill in, and end.")
  private boolean template;

  @Option(
      names = "--max-rounds",
      paramLabel = "N",
      defaultValue = "50",
      description = "Ask at most N questions (default: ${DEFAULT-VALUE}).")
  private int roundsMax;

  Optional<String> system() {
    return system;
  }

  Optional<Path> file() {
    return file;
  }

  Map<String, String> settings() {
    return set;
  }

  /** Whether nobody is asked. */
  boolean isSilent() {
    return none;
  }

  boolean isPlain() {
    return plain;
  }

  boolean isRestarted() {
    return restart;
  }

  boolean isTemplate() {
    return template;
  }

  int roundsMax() {
    return roundsMax;
  }
}
