package godmode.simulate.protocol.raft;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.raft.RaftState.Role;
import java.util.List;
import java.util.Optional;

/**
 * A server of Raft: elections with pre-vote, replication, the commit rule, persistence, snapshots,
 * changes of one server that has caught up, and reads by index.
 */
public final class Raft implements Protocol<RaftState, RaftMessage> {
  static final int ELECTION = 0;
  static final int HEARTBEAT = 1;
  static final int CHECK = 2;
  static final int CATCH_UP = 3;

  private final RaftOptions options;

  /**
   * @param options the same for every server
   */
  public Raft(RaftOptions options) {
    this.options = options;
  }

  @Override
  public RaftState start(int self, Outbox<RaftMessage> out) {
    return waiting(self, 0, RaftState.NOBODY, Log.empty(options.first()), out);
  }

  @Override
  public RaftState restart(RaftState disk, int self, Outbox<RaftMessage> out) {
    boolean forgets = options.lacks(RaftMutant.VOTE_NOT_PERSISTED);
    return waiting(
        self, disk.term(), forgets ? RaftState.NOBODY : disk.votedFor(), disk.log(), out);
  }

  private RaftState waiting(int self, int term, int votedFor, Log log, Outbox<RaftMessage> out) {
    out.arm(ELECTION, options.electionLeast(), options.electionMost());
    return new RaftState(
        self,
        term,
        votedFor,
        log,
        Role.FOLLOWER,
        RaftState.NOBODY,
        log.snapshot().index(),
        log.snapshot().store(),
        Long.MIN_VALUE / 2,
        0,
        List.of(),
        0,
        List.of(),
        Optional.empty());
  }

  @Override
  public RaftState receive(
      RaftState state, int from, RaftMessage message, Outbox<RaftMessage> out) {
    RaftStep step = new RaftStep(options, state, out);
    if (message instanceof RaftMessage.Append append) {
      step.replication.append(from, append);
    } else if (message instanceof RaftMessage.Appended appended) {
      step.replication.appended(from, appended);
    } else if (message instanceof RaftMessage.RequestVote request) {
      step.election.asked(from, request);
    } else if (message instanceof RaftMessage.Vote vote) {
      step.election.voted(from, vote);
    } else if (message instanceof RaftMessage.Install install) {
      step.replication.install(from, install);
    } else if (message instanceof RaftMessage.Write write) {
      step.requests.write(from, write);
    } else if (message instanceof RaftMessage.Read read) {
      step.requests.read(from, read);
    } else if (message instanceof RaftMessage.Change change) {
      step.membership.change(from, change);
    }
    return step.end();
  }

  @Override
  public RaftState expire(RaftState state, int timer, Outbox<RaftMessage> out) {
    RaftStep step = new RaftStep(options, state, out);
    if (timer == ELECTION) {
      step.election.timedOut();
    } else if (timer == HEARTBEAT) {
      step.replication.heartbeat();
    } else if (timer == CATCH_UP) {
      step.membership.timedOut();
    } else {
      step.replication.checkQuorum();
    }
    return step.end();
  }
}
