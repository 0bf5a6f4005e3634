package godmode.cli;

import godmode.core.review.Finding;
import godmode.core.review.Severity;
import java.util.List;
import java.util.Optional;

/** From which severity on a finding changes the exit code. */
final class FailLevel {
  private static final String NEVER = "never";

  private FailLevel() {}

  /** Refuses a level that is none. */
  static void check(Optional<String> level) {
    if (level.isPresent() && !level.get().equals(NEVER) && Severity.ofWord(level.get()).isEmpty()) {
      throw DistributedCommand.usage(
          "--fail-on is '" + level.get() + "'; write error, warning, info or never");
    }
  }

  /** Whether one of the findings is bad enough. */
  static boolean reached(Optional<String> level, List<Finding> findings) {
    String word = level.orElse(Severity.ERROR.word());
    return Severity.ofWord(word)
        .map(least -> findings.stream().anyMatch(f -> f.severity().atLeast(least)))
        .orElse(false);
  }
}
