package godmode.simulate.protocol.saga;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.saga.SagaMessage.Answer;
import godmode.simulate.protocol.saga.SagaMessage.Do;
import godmode.simulate.protocol.saga.SagaMessage.Undo;
import java.util.Map;
import java.util.TreeMap;

/**
 * Leads sagas through their steps: node {@code i} does step {@code i}, from 1. Where one is
 * refused, those before it are taken back, the last first.
 *
 * @param steps of a saga
 * @param every a new saga begins, in nanoseconds
 * @param retry an order is given again after this
 * @param until it begins nothing after this time
 * @param remembers its progress survives a crash
 * @param compensates it takes steps back
 */
public record Orchestrator(
    int steps, long every, long retry, long until, boolean remembers, boolean compensates)
    implements Protocol<Orchestrator.State, SagaMessage> {
  private static final int NEXT = 0;
  private static final int RETRY = 1;

  /** A step that is under way. */
  public record Progress(int step, boolean isForward) {}

  /**
   * What it knows. All of it is on its disk.
   *
   * @param open sagas by number
   */
  public record State(int last, Map<Integer, Progress> open) {
    public State {
      open = new TreeMap<>(open);
    }
  }

  @Override
  public State start(int self, Outbox<SagaMessage> out) {
    out.arm(NEXT, every, every);
    out.arm(RETRY, retry, retry);
    return new State(0, Map.of());
  }

  @Override
  public State restart(State disk, int self, Outbox<SagaMessage> out) {
    start(self, out);
    return remembers ? disk : new State(disk.last, Map.of());
  }

  private static void order(int saga, Progress at, Outbox<SagaMessage> out) {
    out.send(at.step(), at.isForward() ? new Do(saga) : new Undo(saga));
  }

  @Override
  public State expire(State state, int timer, Outbox<SagaMessage> out) {
    if (timer == RETRY) {
      out.arm(RETRY, retry, retry);
      state.open.forEach((saga, at) -> order(saga, at, out));
      return state;
    }
    if (out.clock() >= until) {
      return state;
    }
    out.arm(NEXT, every, every);
    return moved(state.last + 1, state, state.last + 1, new Progress(1, true), out);
  }

  private State moved(int last, State state, int saga, Progress to, Outbox<SagaMessage> out) {
    Map<Integer, Progress> open = new TreeMap<>(state.open);
    if (to.step() < 1 || to.step() > steps || !(to.isForward() || compensates)) {
      open.remove(saga);
    } else {
      open.put(saga, to);
      order(saga, to, out);
    }
    out.flush();
    return new State(last, open);
  }

  @Override
  public State receive(State state, int from, SagaMessage message, Outbox<SagaMessage> out) {
    if (!(message instanceof Answer answer)) {
      return state;
    }
    Progress at = state.open.get(answer.saga());
    if (at == null || at.step() != from || at.isForward() != answer.isDo()) {
      return state;
    }
    Progress next =
        at.isForward() && answer.isDone()
            ? new Progress(from + 1, true)
            : new Progress(from - 1, false);
    return moved(state.last, state, answer.saga(), next, out);
  }
}
