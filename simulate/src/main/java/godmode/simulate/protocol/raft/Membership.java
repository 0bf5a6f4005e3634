package godmode.simulate.protocol.raft;

import godmode.simulate.protocol.raft.RaftMessage.Change;
import godmode.simulate.protocol.raft.RaftMessage.Reply;
import godmode.simulate.protocol.raft.RaftState.Joining;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who votes: one server more or less at a time (section 4.1). Who is to vote gets the log first, in
 * rounds: each goes as far as the leader was when it began, and the server votes when a round took
 * less than an election time-out (section 4.2.1). So adding it does not hold up the others.
 */
final class Membership {
  /** Time-outs that a leader waits for a server that falls behind or does not answer. */
  private static final int PATIENCE = 10;

  private final RaftStep step;

  Membership(RaftStep step) {
    this.step = step;
  }

  void change(int client, Change change) {
    if (!step.requests.leads(client, 0)) {
      return;
    }
    List<Integer> voters = step.log.voters().now();
    boolean ready = step.log.votersIndex() <= step.commit && step.requests.hasCommitted();
    boolean changes = voters.contains(change.server()) != change.votes();
    boolean leavesSome = change.votes() || voters.size() > 1;
    boolean may = ready || step.options.lacks(RaftMutant.PREMATURE_MEMBERSHIP);
    if (!may || !changes || !leavesSome || step.joining.isPresent()) {
      step.out.send(client, new Reply(0, false, 0, step.self));
    } else if (change.votes() && !step.options.lacks(RaftMutant.NO_CATCH_UP)) {
      begin(new Joining(change.server(), client, step.log.last(), false, PATIENCE));
      step.replication.send(change.server());
    } else {
      propose(change.server(), change.votes());
      step.out.send(client, new Reply(0, true, 0, step.self));
    }
  }

  private void propose(int server, boolean votes) {
    List<Integer> voters = new ArrayList<>(step.log.voters().now());
    if (votes) {
      voters.add(server);
    } else {
      voters.remove((Integer) server);
    }
    step.replication.propose(new Command.Members(voters.stream().sorted().toList()));
    step.replication.replicate();
  }

  private void begin(Joining round) {
    step.joining = Optional.of(round);
    step.out.arm(Raft.CATCH_UP, step.options.electionLeast(), step.options.electionLeast());
  }

  boolean isJoining(int server) {
    return step.joining.isPresent() && step.joining.get().server() == server;
  }

  /** A server has everything up to there. */
  void appended(int server, int match) {
    if (!isJoining(server) || match < step.joining.get().goal()) {
      return;
    }
    Joining round = step.joining.get();
    if (round.isSlow()) {
      begin(new Joining(server, round.client(), step.log.last(), false, round.patience()));
    } else {
      end(true);
      propose(server, true);
    }
  }

  /** This round takes too long; the next one is shorter, if there is one. */
  void timedOut() {
    if (step.joining.isEmpty()) {
      return;
    }
    Joining round = step.joining.get();
    if (round.patience() <= 1) {
      end(false);
    } else {
      begin(new Joining(round.server(), round.client(), round.goal(), true, round.patience() - 1));
    }
  }

  /** Nobody is brought up to date any more; whoever asked for it hears why. */
  void end(boolean votes) {
    step.joining.ifPresent(
        round -> {
          step.out.disarm(Raft.CATCH_UP);
          step.out.send(round.client(), new Reply(0, votes, 0, step.self));
        });
    step.joining = Optional.empty();
  }
}
