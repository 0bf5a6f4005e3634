package godmode.simulate.protocol.raft;

import java.util.List;
import java.util.Optional;

/**
 * What a server knows. On its disk: term, vote and log.
 *
 * @param votedFor a server, or {@link #NOBODY}
 * @param leader of this term as far as known, or {@link #NOBODY}
 * @param heardAt when the leader was last heard, by the clock of this server
 * @param yes who votes for this candidate, as bits
 * @param progress of each server, on a leader
 * @param round of heartbeats, on a leader
 * @param reads that wait, on a leader
 * @param joining who is to vote soon, on a leader
 */
public record RaftState(
    int self,
    int term,
    int votedFor,
    Log log,
    Role role,
    int leader,
    int commit,
    Store store,
    long heardAt,
    long yes,
    List<Progress> progress,
    int round,
    List<PendingRead> reads,
    Optional<Joining> joining) {
  /** No server. */
  public static final int NOBODY = -1;

  public RaftState {
    progress = List.copyOf(progress);
    reads = List.copyOf(reads);
  }

  /** What a server takes itself for. */
  public enum Role {
    FOLLOWER,
    /** Asks whether it would be elected. */
    TRYING,
    CANDIDATE,
    LEADER
  }

  /**
   * How far a server is, as its leader knows.
   *
   * @param next index of the first entry to send
   * @param match it has everything up to here
   * @param round the last heartbeat it answered
   * @param heardAt when it was last heard
   */
  public record Progress(int next, int match, int round, long heardAt) {}

  /**
   * A read that waits.
   *
   * @param index the state machine has to contain this
   * @param round a majority has to answer this heartbeat
   */
  public record PendingRead(int client, int serial, int item, int index, int round) {}

  /**
   * A server that is brought up to date before it votes (section 4.2.1).
   *
   * @param client who asked for it
   * @param goal last index of the leader when this round began
   * @param isSlow this round takes longer than an election time-out already
   * @param patience how many more time-outs the leader waits
   */
  public record Joining(int server, int client, int goal, boolean isSlow, int patience) {}

  /** Whether it leads. */
  public boolean isLeader() {
    return role == Role.LEADER;
  }
}
