package godmode.simulate.protocol.commit;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.commit.CommitMessage.Ask;
import godmode.simulate.protocol.commit.CommitMessage.Decision;
import godmode.simulate.protocol.commit.CommitMessage.Prepare;
import godmode.simulate.protocol.commit.CommitMessage.Vote;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries transactions through, one after the other. What it has no record of was aborted.
 *
 * @param participants nodes 1 to this
 * @param patience it aborts when votes are missing after this, in nanoseconds
 * @param pause between two transactions
 * @param until it begins nothing after this time
 * @param isLogging its decision survives a crash
 */
public record Coordinator(
    int participants, long patience, long pause, long until, boolean isLogging)
    implements Protocol<Coordinator.State, CommitMessage> {
  private static final int NEXT = 0;
  private static final int GIVE_UP = 1;

  /**
   * What it knows. On its disk: the transaction and the decisions.
   *
   * @param transaction under way, or the last one
   * @param yes who has voted for it, as bits
   * @param decisions to commit
   */
  public record State(int transaction, boolean isOpen, long yes, Map<Integer, Boolean> decisions) {
    public State {
      decisions = new TreeMap<>(decisions);
    }
  }

  @Override
  public State start(int self, Outbox<CommitMessage> out) {
    out.arm(NEXT, pause, pause);
    return new State(0, false, 0, Map.of());
  }

  @Override
  public State restart(State disk, int self, Outbox<CommitMessage> out) {
    out.arm(NEXT, pause, pause);
    return new State(disk.transaction, false, 0, isLogging ? disk.decisions : Map.of());
  }

  private void tell(int transaction, boolean isCommit, Outbox<CommitMessage> out) {
    for (int node = 1; node <= participants; node++) {
      out.send(node, new Decision(transaction, isCommit));
    }
  }

  @Override
  public State expire(State state, int timer, Outbox<CommitMessage> out) {
    if (timer == GIVE_UP) {
      return state.isOpen ? decided(state, false, out) : state;
    }
    if (out.clock() >= until) {
      return state;
    }
    int transaction = state.transaction + 1;
    out.flush();
    out.arm(GIVE_UP, patience, patience);
    for (int node = 1; node <= participants; node++) {
      out.send(node, new Prepare(transaction));
    }
    return new State(transaction, true, 0, state.decisions);
  }

  private State decided(State state, boolean isCommit, Outbox<CommitMessage> out) {
    Map<Integer, Boolean> decisions = new TreeMap<>(state.decisions);
    decisions.put(state.transaction, isCommit);
    out.flush();
    out.disarm(GIVE_UP);
    out.arm(NEXT, pause, pause);
    tell(state.transaction, isCommit, out);
    return new State(state.transaction, false, 0, decisions);
  }

  @Override
  public State receive(State state, int from, CommitMessage message, Outbox<CommitMessage> out) {
    if (message instanceof Vote vote && state.isOpen && vote.transaction() == state.transaction) {
      if (!vote.isYes()) {
        return decided(state, false, out);
      }
      long yes = state.yes | 1L << from;
      State voted = new State(state.transaction, true, yes, state.decisions);
      return Long.bitCount(yes) == participants ? decided(voted, true, out) : voted;
    }
    if (message instanceof Ask ask && !(state.isOpen && ask.transaction() == state.transaction)) {
      boolean isCommit = state.decisions.getOrDefault(ask.transaction(), false);
      out.send(from, new Decision(ask.transaction(), isCommit));
    }
    return state;
  }
}
