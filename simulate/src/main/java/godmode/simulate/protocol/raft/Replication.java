package godmode.simulate.protocol.raft;

import godmode.simulate.protocol.raft.RaftMessage.Append;
import godmode.simulate.protocol.raft.RaftMessage.Appended;
import godmode.simulate.protocol.raft.RaftMessage.Install;
import godmode.simulate.protocol.raft.RaftState.Progress;
import godmode.simulate.protocol.raft.RaftState.Role;
import java.util.ArrayList;
import java.util.List;

/** How logs become the same, and when an entry counts (sections 3.5, 3.6 and 5). */
final class Replication {
  private final RaftStep step;

  Replication(RaftStep step) {
    this.step = step;
  }

  /** A leader appends an entry of its own. */
  void propose(Command command) {
    step.log = step.log.with(new Entry(step.term, command));
    step.flush();
  }

  void heartbeat() {
    step.round++;
    step.out.arm(Raft.HEARTBEAT, step.options.heartbeat(), step.options.heartbeat());
    replicate();
  }

  /** Sends everybody what they lack, and a sign of life. */
  void replicate() {
    for (int server = 0; server < step.options.servers(); server++) {
      boolean listens = step.log.voters().has(server) || step.membership.isJoining(server);
      if (server != step.self && listens) {
        send(server);
      }
    }
    advance();
  }

  void send(int to) {
    Progress progress = step.progress.get(to);
    if (progress.next() <= step.log.snapshot().index()) {
      step.out.send(to, new Install(step.term, step.log.snapshot(), step.round));
      return;
    }
    int before = progress.next() - 1;
    List<Entry> entries = step.log.from(progress.next(), step.options.batch());
    step.out.send(
        to, new Append(step.term, before, step.log.term(before), entries, step.commit, step.round));
    step.progress.set(
        to,
        new Progress(
            progress.next() + entries.size(),
            progress.match(),
            progress.round(),
            progress.heardAt()));
  }

  void append(int from, Append append) {
    if (!isFromLeader(from, append.term(), append.round())) {
      return;
    }
    int before = append.before();
    int base = step.log.snapshot().index();
    if (before > step.log.last()) {
      refuse(from, step.log.last() + 1, append.round());
    } else if (before > base && step.log.term(before) != append.beforeTerm()) {
      int first = before;
      while (first - 1 > base && step.log.term(first - 1) == step.log.term(before)) {
        first--;
      }
      refuse(from, first, append.round());
    } else {
      Log longer = step.log.with(before + 1, append.entries());
      if (!longer.isSame(step.log)) {
        step.log = longer;
        step.flush();
      }
      int match = Math.max(before + append.entries().size(), base);
      step.commit = Math.max(step.commit, Math.min(append.commit(), match));
      apply();
      step.out.send(from, new Appended(step.term, true, match, append.round()));
    }
  }

  private boolean isFromLeader(int from, int term, int round) {
    if (term < step.term) {
      refuse(from, 0, round);
      return false;
    }
    step.follow(term);
    step.leader = from;
    step.heardAt = step.out.clock();
    step.armElection();
    return true;
  }

  private void refuse(int to, int next, int round) {
    step.out.send(to, new Appended(step.term, false, next, round));
  }

  void install(int from, Install install) {
    if (!isFromLeader(from, install.term(), install.round())) {
      return;
    }
    Snapshot snapshot = install.snapshot();
    if (snapshot.index() > step.commit) {
      step.log = step.log.with(snapshot);
      step.store = snapshot.store();
      step.commit = snapshot.index();
      step.flush();
    }
    step.out.send(from, new Appended(step.term, true, snapshot.index(), install.round()));
  }

  void appended(int from, Appended answer) {
    if (answer.term() > step.term) {
      step.follow(answer.term());
      return;
    }
    if (step.role != Role.LEADER || answer.term() < step.term) {
      return;
    }
    Progress was = step.progress.get(from);
    int round = Math.max(was.round(), answer.round());
    long heardAt = step.out.clock();
    if (answer.isDone()) {
      int match = Math.max(was.match(), answer.match());
      int next = Math.max(was.next(), match + 1);
      step.progress.set(from, new Progress(next, match, round, heardAt));
      advance();
      step.membership.appended(from, match);
      if (step.role == Role.LEADER && step.progress.get(from).next() <= step.log.last()) {
        send(from);
      }
    } else {
      int next = Math.max(was.match() + 1, Math.min(answer.match(), was.next() - 1));
      step.progress.set(from, new Progress(next, was.match(), round, heardAt));
      if (answer.match() > was.match()) { // else it has lost what it had: no hurry
        send(from);
      }
    }
    step.requests.answerReads();
  }

  /** Commits what enough voters have, if it is of this term (section 3.6.2). */
  private void advance() {
    int agreed =
        step.log
            .voters()
            .committed(
                server -> server == step.self ? step.log.last() : step.progress.get(server).match(),
                step.needed());
    int most = Math.min(agreed, step.log.last());
    boolean counts =
        most > step.commit
            && (step.log.term(most) == step.term || step.options.lacks(RaftMutant.OLD_TERM_COMMIT));
    if (counts) {
      step.commit = most;
      apply();
    }
  }

  private void apply() {
    while (step.store.applied() < step.commit) {
      Entry entry = step.log.entry(step.store.applied() + 1);
      step.store = step.store.with(entry.command());
      if (step.role == Role.LEADER && entry.command() instanceof Command.Put put) {
        step.requests.written(put);
      }
    }
    boolean out = !step.log.voters().has(step.self) && step.log.votersIndex() <= step.commit;
    if (step.role == Role.LEADER && out) {
      step.follow(step.term);
    }
  }

  /** A leader that a majority has not answered for a while is none (section 6.2). */
  void checkQuorum() {
    if (step.role != Role.LEADER) {
      return;
    }
    long since = step.out.clock() - step.options.electionMost();
    long heard = 1L << step.self;
    List<Progress> all = new ArrayList<>(step.progress);
    for (int server = 0; server < all.size(); server++) {
      heard |= all.get(server).heardAt() > since ? 1L << server : 0;
    }
    if (step.log.voters().result(heard, 0, step.needed()) == Voters.Result.WON) {
      step.out.arm(Raft.CHECK, step.options.electionMost(), step.options.electionMost());
    } else {
      step.follow(step.term);
    }
  }
}
