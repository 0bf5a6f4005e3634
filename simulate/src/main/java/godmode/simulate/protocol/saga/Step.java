package godmode.simulate.protocol.saga;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.saga.SagaMessage.Answer;
import godmode.simulate.protocol.saga.SagaMessage.Do;
import godmode.simulate.protocol.saga.SagaMessage.Undo;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service that does one step of every saga. Without an orchestrator it hands the saga on to the
 * next service, or back to the one before.
 *
 * @param steps of a saga; services are nodes 1 to this
 * @param refusals one step of so many is refused
 * @param retry what is not answered is sent again after this, in nanoseconds
 * @param handsOn there is no orchestrator: node 0 only begins sagas
 * @param notices an order that was carried out before is not carried out again
 * @param compensates it takes back
 */
public record Step(
    int steps, int refusals, long retry, boolean handsOn, boolean notices, boolean compensates)
    implements Protocol<Step.State, SagaMessage> {
  /** What has become of a saga here. */
  public enum Phase {
    DONE,
    REFUSED,
    UNDONE
  }

  /**
   * What it knows. All of it is on its disk.
   *
   * @param phases by saga
   * @param effects by saga: how often it has had its effect
   * @param owed by saga: whether the next one is to do it, or the one before to undo it
   */
  public record State(
      int self,
      Map<Integer, Phase> phases,
      Map<Integer, Integer> effects,
      Map<Integer, Boolean> owed) {
    public State {
      phases = new TreeMap<>(phases);
      effects = new TreeMap<>(effects);
      owed = new TreeMap<>(owed);
    }
  }

  @Override
  public State start(int self, Outbox<SagaMessage> out) {
    out.arm(0, retry, retry);
    return new State(self, Map.of(), Map.of(), Map.of());
  }

  @Override
  public State restart(State disk, int self, Outbox<SagaMessage> out) {
    out.arm(0, retry, retry);
    return disk;
  }

  @Override
  public State expire(State state, int timer, Outbox<SagaMessage> out) {
    out.arm(0, retry, retry);
    state.owed.forEach((saga, isForward) -> hand(state.self, saga, isForward, out));
    return state;
  }

  private static void hand(int self, int saga, boolean isForward, Outbox<SagaMessage> out) {
    out.send(isForward ? self + 1 : self - 1, isForward ? new Do(saga) : new Undo(saga));
  }

  @Override
  public State receive(State state, int from, SagaMessage message, Outbox<SagaMessage> out) {
    if (message instanceof Do order) {
      return done(state, from, order.saga(), out);
    }
    if (message instanceof Undo order) {
      return undone(state, from, order.saga(), out);
    }
    if (message instanceof Answer answer
        && answer.isDo() == state.owed.getOrDefault(answer.saga(), !answer.isDo())) {
      Map<Integer, Boolean> owed = new TreeMap<>(state.owed);
      owed.remove(answer.saga());
      out.flush();
      return new State(state.self, state.phases, state.effects, owed);
    }
    return state;
  }

  private State done(State state, int from, int saga, Outbox<SagaMessage> out) {
    Phase before = state.phases.get(saga);
    if (before != null && (notices || before != Phase.DONE)) {
      out.send(from, new Answer(saga, true, before != Phase.REFUSED));
      return state;
    }
    boolean refuses = before == null && out.draw(refusals) == 0;
    out.send(from, new Answer(saga, true, !refuses));
    return settled(
        state,
        saga,
        refuses ? Phase.REFUSED : Phase.DONE,
        refuses ? 0 : 1,
        refuses ? state.self > 1 && compensates : state.self < steps,
        !refuses,
        out);
  }

  private State undone(State state, int from, int saga, Outbox<SagaMessage> out) {
    out.send(from, new Answer(saga, false, true));
    if (state.phases.get(saga) != Phase.DONE) {
      return state;
    }
    return settled(state, saga, Phase.UNDONE, -1, state.self > 1, false, out);
  }

  private State settled(
      State state,
      int saga,
      Phase phase,
      int effect,
      boolean owes,
      boolean isForward,
      Outbox<SagaMessage> out) {
    Map<Integer, Phase> phases = new TreeMap<>(state.phases);
    Map<Integer, Integer> effects = new TreeMap<>(state.effects);
    Map<Integer, Boolean> owed = new TreeMap<>(state.owed);
    phases.put(saga, phase);
    effects.merge(saga, effect, Integer::sum);
    if (handsOn && owes) {
      owed.put(saga, isForward);
      hand(state.self, saga, isForward, out);
    }
    out.flush();
    return new State(state.self, phases, effects, owed);
  }
}
