package godmode.cli;

import godmode.core.review.Severity;
import godmode.engine.UserError;
import java.util.Optional;

/** From which severity on a finding changes the exit code. */
final class FailLevel {
  private static final String NEVER = "never";

  private FailLevel() {}

  /** Refuses a level that is none. */
  static void check(Optional<String> level) {
    if (level.isPresent() && !level.get().equals(NEVER) && Severity.ofWord(level.get()).isEmpty()) {
      throw new UserError(
          "--fail-on is '" + level.get() + "'; write error, warning, info or never");
    }
  }
}
