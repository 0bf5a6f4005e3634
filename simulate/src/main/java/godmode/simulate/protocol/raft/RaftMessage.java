package godmode.simulate.protocol.raft;

import java.util.List;

/** What servers and clients send each other. */
public sealed interface RaftMessage {
  /**
   * A candidate asks for a vote.
   *
   * @param isTrial it asks whether it would get one (pre-vote, section 9.6)
   */
  record RequestVote(int term, int lastIndex, int lastTerm, boolean isTrial)
      implements RaftMessage {}

  /** The answer. */
  record Vote(int term, boolean isGranted, boolean isTrial) implements RaftMessage {}

  /**
   * A leader replicates; without entries it is a heartbeat.
   *
   * @param round counts the heartbeats of this leader, so that a read knows which were answered
   */
  record Append(int term, int before, int beforeTerm, List<Entry> entries, int commit, int round)
      implements RaftMessage {
    public Append {
      entries = List.copyOf(entries);
    }
  }

  /** A leader sends what the log does not have any more. */
  record Install(int term, Snapshot snapshot, int round) implements RaftMessage {}

  /**
   * The answer to both.
   *
   * @param match the follower has everything of the leader up to here; after a refusal, where to
   *     try next
   */
  record Appended(int term, boolean isDone, int match, int round) implements RaftMessage {}

  /** A client writes. */
  record Write(int serial, int item, int value) implements RaftMessage {}

  /** A client reads. */
  record Read(int serial, int item) implements RaftMessage {}

  /** Somebody wants a server in or out. */
  record Change(int server, boolean votes) implements RaftMessage {}

  /**
   * The answer to a client.
   *
   * @param leader where to go instead; -1 if nobody knows
   */
  record Reply(int serial, boolean isDone, int value, int leader) implements RaftMessage {}
}
