package godmode.simulate.protocol.raft;

import godmode.simulate.protocol.raft.RaftMessage.RequestVote;
import godmode.simulate.protocol.raft.RaftMessage.Vote;
import godmode.simulate.protocol.raft.RaftState.Progress;
import godmode.simulate.protocol.raft.RaftState.Role;
import godmode.simulate.protocol.raft.Voters.Result;
import java.util.ArrayList;

/** How a leader is found (sections 3.4, 3.6 and 9.6). */
final class Election {
  private final RaftStep step;

  Election(RaftStep step) {
    this.step = step;
  }

  void timedOut() {
    if (step.role == Role.LEADER) {
      return;
    }
    step.armElection();
    if (!step.log.voters().has(step.self)) {
      return;
    }
    if (step.options.isTrying()) {
      step.role = Role.TRYING;
      step.leader = RaftState.NOBODY;
      ask(step.term + 1, true);
    } else {
      stand();
    }
  }

  private void stand() {
    step.term++;
    step.role = Role.CANDIDATE;
    step.votedFor = step.self;
    step.leader = RaftState.NOBODY;
    step.flush();
    ask(step.term, false);
  }

  private void ask(int term, boolean isTrial) {
    step.yes = 1L << step.self;
    if (isWon()) {
      won(isTrial);
      return;
    }
    step.toAll(new RequestVote(term, step.log.last(), step.log.lastTerm(), isTrial));
  }

  private boolean isWon() {
    return step.log.voters().result(step.yes, 0, step.needed()) == Result.WON;
  }

  private void won(boolean isTrial) {
    if (isTrial) {
      step.armElection();
      stand();
    } else {
      lead();
    }
  }

  private boolean hearsLeader() {
    return step.role == Role.LEADER
        || (step.leader != RaftState.NOBODY
            && step.out.clock() - step.heardAt < step.options.electionLeast());
  }

  private boolean isUpToDate(RequestVote request) {
    boolean longer =
        request.lastTerm() > step.log.lastTerm()
            || (request.lastTerm() == step.log.lastTerm()
                && request.lastIndex() >= step.log.last());
    return longer || step.options.lacks(RaftMutant.NO_UP_TO_DATE_CHECK);
  }

  void asked(int from, RequestVote request) {
    if (request.isTrial()) {
      boolean would = request.term() > step.term && isUpToDate(request) && !hearsLeader();
      step.out.send(from, new Vote(would ? request.term() : step.term, would, true));
      return;
    }
    if (step.options.isTrying() && request.term() > step.term && hearsLeader()) {
      return;
    }
    if (request.term() > step.term) {
      step.follow(request.term());
    }
    boolean free = step.votedFor == RaftState.NOBODY || step.votedFor == from;
    boolean grants = request.term() == step.term && free && isUpToDate(request);
    if (grants) {
      step.votedFor = from;
      step.flush();
      step.armElection();
    }
    step.out.send(from, new Vote(step.term, grants, false));
  }

  void voted(int from, Vote vote) {
    if (vote.term() > step.term && !(vote.isTrial() && vote.isGranted())) {
      step.follow(vote.term());
      return;
    }
    boolean counts =
        vote.isTrial()
            ? step.role == Role.TRYING && vote.term() == step.term + 1
            : step.role == Role.CANDIDATE && vote.term() == step.term;
    if (counts && vote.isGranted()) {
      step.yes |= 1L << from;
      if (isWon()) {
        won(vote.isTrial());
      }
    }
  }

  private void lead() {
    step.role = Role.LEADER;
    step.leader = step.self;
    step.round = 0;
    step.progress = new ArrayList<>();
    step.reads = new ArrayList<>();
    for (int server = 0; server < step.options.servers(); server++) {
      step.progress.add(new Progress(step.log.last() + 1, 0, 0, step.out.clock()));
    }
    step.out.disarm(Raft.ELECTION);
    step.out.arm(Raft.CHECK, step.options.electionMost(), step.options.electionMost());
    step.replication.propose(new Command.NoOp());
    step.replication.heartbeat();
  }
}
