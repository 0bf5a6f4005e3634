package godmode.simulate.protocol.commit;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.commit.CommitMessage.Ask;
import godmode.simulate.protocol.commit.CommitMessage.Decision;
import godmode.simulate.protocol.commit.CommitMessage.Prepare;
import godmode.simulate.protocol.commit.CommitMessage.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A database in a transaction of several. Once it is prepared it waits for the decision, with its
 * locks held.
 *
 * @param refusals one vote of so many is no
 * @param asks how often it asks when it has heard nothing, in nanoseconds
 * @param isPatient it waits for the decision; otherwise it aborts by itself
 * @param isFlushing it votes when it is sure to remember
 */
public record Participant(int refusals, long asks, boolean isPatient, boolean isFlushing)
    implements Protocol<Participant.State, CommitMessage> {
  /**
   * What it knows. All of it is on its disk.
   *
   * @param prepared transactions without a decision, and since when by its clock
   * @param ended transactions: true if committed
   * @param waits how long each decision took, in nanoseconds
   */
  public record State(Map<Integer, Long> prepared, Map<Integer, Boolean> ended, List<Long> waits) {
    public State {
      prepared = new TreeMap<>(prepared);
      ended = new TreeMap<>(ended);
      waits = List.copyOf(waits);
    }
  }

  @Override
  public State start(int self, Outbox<CommitMessage> out) {
    return new State(Map.of(), Map.of(), List.of());
  }

  @Override
  public State restart(State disk, int self, Outbox<CommitMessage> out) {
    out.arm(0, asks, asks);
    return disk;
  }

  @Override
  public State receive(State state, int from, CommitMessage message, Outbox<CommitMessage> out) {
    if (message instanceof Prepare prepare) {
      return prepare(state, from, prepare.transaction(), out);
    }
    if (message instanceof Decision decision) {
      return ended(state, decision.transaction(), decision.isCommit(), out);
    }
    return state;
  }

  private State prepare(State state, int from, int transaction, Outbox<CommitMessage> out) {
    if (state.ended.containsKey(transaction)) {
      return state;
    }
    boolean agrees = state.prepared.containsKey(transaction) || out.draw(refusals) > 0;
    out.send(from, new Vote(transaction, agrees));
    if (!agrees) {
      return ended(state, transaction, false, out);
    }
    if (isFlushing) {
      out.flush();
    }
    out.arm(0, asks, asks);
    Map<Integer, Long> prepared = new TreeMap<>(state.prepared);
    prepared.putIfAbsent(transaction, out.clock());
    return new State(prepared, state.ended, state.waits);
  }

  private State ended(State state, int transaction, boolean isCommit, Outbox<CommitMessage> out) {
    if (state.ended.containsKey(transaction)) {
      return state;
    }
    out.flush();
    Map<Integer, Long> prepared = new TreeMap<>(state.prepared);
    Long since = prepared.remove(transaction);
    Map<Integer, Boolean> ended = new TreeMap<>(state.ended);
    ended.put(transaction, isCommit);
    List<Long> waits = new ArrayList<>(state.waits);
    if (since != null) {
      waits.add(out.clock() - since);
    }
    return new State(prepared, ended, waits);
  }

  @Override
  public State expire(State state, int timer, Outbox<CommitMessage> out) {
    State now = state;
    for (int transaction : state.prepared.keySet()) {
      if (isPatient) {
        out.send(0, new Ask(transaction));
      } else {
        now = ended(now, transaction, false, out);
      }
    }
    if (!now.prepared.isEmpty()) {
      out.arm(0, asks, asks);
    }
    return now;
  }
}
