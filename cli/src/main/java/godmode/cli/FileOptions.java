package godmode.cli;

import picocli.CommandLine.Option;

/** What is written, and where. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FileOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "docs/distributed",
      description = "Where documents go, below PATH (default: ${DEFAULT-VALUE}).")
  private String out;

  @Option(names = "--dry-run", description = "Write nothing.")
  private boolean dryRun;

  @Option(names = "--log", description = "Append the session's row even where nothing is written.")
  private boolean log;

  @Option(
      names = "--check",
      description = "Write nothing; fail if committed documents differ from what would be written.")
  private boolean check;

  /** Where documents go, below the reviewed directory. */
  String out() {
    return out;
  }

  boolean isDryRun() {
    return dryRun;
  }

  /** Whether committed documents are compared and nothing is written. */
  boolean isCheck() {
    return check;
  }

  /** Whether the session's row is asked for even where nothing is written. */
  boolean isLogged() {
    return log && !check;
  }

  boolean mayWrite() {
    return !dryRun && !check;
  }
}
