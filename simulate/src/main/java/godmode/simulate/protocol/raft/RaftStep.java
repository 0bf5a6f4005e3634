package godmode.simulate.protocol.raft;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.protocol.raft.RaftState.Joining;
import godmode.simulate.protocol.raft.RaftState.PendingRead;
import godmode.simulate.protocol.raft.RaftState.Progress;
import godmode.simulate.protocol.raft.RaftState.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** One step: a copy of the state that may change until {@link #end}. */
final class RaftStep {
  final RaftOptions options;
  final Outbox<RaftMessage> out;
  final Election election;
  final Replication replication;
  final Requests requests;
  final Membership membership;

  final int self;
  int term;
  int votedFor;
  Log log;
  Role role;
  int leader;
  int commit;
  Store store;
  long heardAt;
  long yes;
  List<Progress> progress;
  int round;
  List<PendingRead> reads;
  Optional<Joining> joining;

  RaftStep(RaftOptions options, RaftState state, Outbox<RaftMessage> out) {
    this.options = options;
    this.out = out;
    this.election = new Election(this);
    this.replication = new Replication(this);
    this.requests = new Requests(this);
    this.membership = new Membership(this);
    this.self = state.self();
    this.term = state.term();
    this.votedFor = state.votedFor();
    this.log = state.log();
    this.role = state.role();
    this.leader = state.leader();
    this.commit = state.commit();
    this.store = state.store();
    this.heardAt = state.heardAt();
    this.yes = state.yes();
    boolean leads = state.isLeader();
    this.progress = leads ? new ArrayList<>(state.progress()) : List.of();
    this.round = state.round();
    this.reads = leads ? new ArrayList<>(state.reads()) : List.of();
    this.joining = state.joining();
    compact();
  }

  /** Takes a snapshot where the log has grown long since the last step. */
  private void compact() {
    if (commit - log.snapshot().index() >= options.snapshotEvery()) {
      log = log.compact(store);
      flush();
    }
  }

  RaftState end() {
    return new RaftState(
        self, term, votedFor, log, role, leader, commit, store, heardAt, yes, progress, round,
        reads, joining);
  }

  IntUnaryOperator needed() {
    return options.lacks(RaftMutant.HALF_IS_MAJORITY) ? n -> Math.max(1, n / 2) : Voters.MAJORITY;
  }

  /** Makes sure that term, vote and log survive; whatever is sent in this step counts on it. */
  void flush() {
    if (!options.lacks(RaftMutant.NO_FLUSH)) {
      out.flush();
    }
  }

  void toAll(RaftMessage message) {
    for (int server = 0; server < options.servers(); server++) {
      if (server != self && log.voters().has(server)) {
        out.send(server, message);
      }
    }
  }

  /** Follows; in a later term it may vote again. */
  void follow(int newTerm) {
    if (newTerm > term) {
      term = newTerm;
      votedFor = RaftState.NOBODY;
      leader = RaftState.NOBODY;
      flush();
    }
    if (role == Role.LEADER) {
      out.disarm(Raft.HEARTBEAT);
      out.disarm(Raft.CHECK);
      membership.end(false);
      progress = List.of();
      reads = List.of();
      leader = RaftState.NOBODY;
      armElection();
    }
    role = Role.FOLLOWER;
    yes = 0;
  }

  void armElection() {
    out.arm(Raft.ELECTION, options.electionLeast(), options.electionMost());
  }
}
