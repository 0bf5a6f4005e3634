package godmode.cli;

import godmode.core.review.Gate;
import godmode.core.review.Notice;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import godmode.engine.Session;
import java.util.Optional;

/**
 * How a run ends.
 *
 * @param gate which findings are new, and bad enough to fail
 * @param openFails whether open questions fail, where the command line says so
 * @param stale whether committed documents differ from what would be written
 * @param needed whether a decision is open that an asked part needs
 * @param strict whether input that could not be read fails
 */
record Ending(
    Review review,
    Session session,
    Gate gate,
    Optional<Boolean> openFails,
    boolean stale,
    boolean needed,
    boolean strict) {

  /** The exit code; a defect outweighs findings, and those an open decision. */
  ExitCode code() {
    if (review.notices().stream().anyMatch(Notice::defect)) {
      return ExitCode.DEFECT;
    }
    if (stale || isReached()) {
      return ExitCode.FINDINGS;
    }
    return needed || isOpenFailing() || isUnreadFailing() ? ExitCode.OPEN : ExitCode.OK;
  }

  /** The exit code and why, in one line. */
  String meaning() {
    ExitCode code = code();
    return "Exit code " + code.value() + ": " + why(code) + ".";
  }

  private String why(ExitCode code) {
    return switch (code) {
      case DEFECT -> "a part of godmode failed, so this is no verdict";
      case FINDINGS ->
          isReached()
              ? "there are "
                  + (gate.comparison().isPresent() ? "new " : "")
                  + "findings at or above --fail-on "
                  + level()
              : "the committed documents are not what would be written now";
      case OPEN ->
          isUnreadFailing() && !needed && !isOpenFailing()
              ? "input could not be read, and --strict was asked for"
              : "decisions are open";
      default ->
          (gate.comparison().isPresent() ? "nothing new" : "nothing")
              + " is at or above --fail-on "
              + level()
              + (review.open().isEmpty() ? "" : "; open questions do not fail yet");
    };
  }

  private String level() {
    return gate.failOn().map(Severity::word).orElse("never");
  }

  private boolean isReached() {
    return gate.stopsAny(review.findings());
  }

  private boolean isOpenFailing() {
    return openFails.orElse(session.isRecorded()) && !review.open().isEmpty();
  }

  private boolean isUnreadFailing() {
    return strict && !review.topology().unread().isEmpty();
  }
}
