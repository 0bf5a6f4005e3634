package godmode.simulate.protocol.saga;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.saga.SagaMessage.Do;

/**
 * Begins sagas where nobody orchestrates them: it tells the first service, once.
 *
 * @param every a new saga begins, in nanoseconds
 * @param until it begins nothing after this time
 */
public record Beginner(long every, long until) implements Protocol<Beginner.State, SagaMessage> {
  /** How many it has begun. */
  public record State(int last) {}

  @Override
  public State start(int self, Outbox<SagaMessage> out) {
    out.arm(0, every, every);
    return new State(0);
  }

  @Override
  public State restart(State disk, int self, Outbox<SagaMessage> out) {
    out.arm(0, every, every);
    return disk;
  }

  @Override
  public State receive(State state, int from, SagaMessage message, Outbox<SagaMessage> out) {
    return state;
  }

  @Override
  public State expire(State state, int timer, Outbox<SagaMessage> out) {
    if (out.clock() >= until) {
      return state;
    }
    out.arm(0, every, every);
    out.flush();
    out.send(1, new Do(state.last + 1));
    return new State(state.last + 1);
  }
}
