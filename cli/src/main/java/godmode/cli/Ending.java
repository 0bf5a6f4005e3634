package godmode.cli;

import godmode.core.review.Notice;
import godmode.core.review.Review;
import godmode.engine.Session;
import java.util.Optional;

/**
 * How a run ends.
 *
 * @param failOn from the command line; else the configuration decides
 * @param openFails whether open questions fail, where the command line says so
 */
record Ending(
    Review review, Session session, Optional<String> failOn, Optional<Boolean> openFails) {

  /** The exit code; a defect outweighs findings, and those an open decision. */
  ExitCode code(boolean stale, boolean needed, boolean strict) {
    if (review.notices().stream().anyMatch(Notice::defect)) {
      return ExitCode.DEFECT;
    }
    if (stale || FailLevel.reached(failOn.or(() -> session.failOn()), review.findings())) {
      return ExitCode.FINDINGS;
    }
    boolean openFail = openFails.orElse(session.isRecorded()) && !review.open().isEmpty();
    boolean unreadFail = strict && !review.topology().unread().isEmpty();
    return needed || openFail || unreadFail ? ExitCode.OPEN : ExitCode.OK;
  }
}
