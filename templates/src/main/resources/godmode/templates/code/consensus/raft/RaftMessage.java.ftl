package ${it.packageName()};

import java.util.List;

/** What servers send each other. Messages may be lost, doubled, late and out of order. */
public sealed interface RaftMessage {
  /** The term of the sender; in a trial, the term that the asking server would begin. */
  long term();

  /**
   * Asks for a vote.
   *
   * @param isTrial asks only whether it would get one (pre-vote)
   */
  record AskVote(long term, boolean isTrial, long lastIndex, long lastTerm)
      implements RaftMessage {}

  /** Gives a vote, or does not. */
  record Vote(long term, boolean isTrial, boolean isGranted) implements RaftMessage {}

  /**
   * Entries that follow on one which the receiver should have; none in a heartbeat.
   *
   * @param commit up to where the leader has committed
   * @param round grows with every heartbeat of a leader; the answer repeats it
   */
  record Append(
      long term,
      long previousIndex,
      long previousTerm,
      List<RaftRecord.Entry> entries,
      long commit,
      long round)
      implements RaftMessage {}

  /**
   * Answers {@link Append} and {@link Install}.
   *
   * @param isMatching the log of the sender is that of the leader up to the index; if not, the
   *     leader should try from the index on
   */
  record Appended(long term, boolean isMatching, long index, long round)
      implements RaftMessage {}

  /** A snapshot, for who lacks entries that the leader does not have any more. */
  record Install(long term, RaftRecord.Snapshot snapshot, long round) implements RaftMessage {}
}
