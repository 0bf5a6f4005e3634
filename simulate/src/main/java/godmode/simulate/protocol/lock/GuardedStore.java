package godmode.simulate.protocol.lock;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.lock.LockMessage.Write;
import godmode.simulate.protocol.lock.LockMessage.Wrote;

/**
 * What the lock guards. It refuses a token that is smaller than one it has seen.
 *
 * @param isFenced it does so
 */
public record GuardedStore(boolean isFenced) implements Protocol<GuardedStore.State, LockMessage> {
  /**
   * What it took.
   *
   * @param last token of the last write
   * @param highest token of any write
   */
  public record State(long last, long highest, long accepted, long refused) {}

  @Override
  public State start(int self, Outbox<LockMessage> out) {
    return new State(0, 0, 0, 0);
  }

  @Override
  public State restart(State disk, int self, Outbox<LockMessage> out) {
    return disk;
  }

  @Override
  public State receive(State state, int from, LockMessage message, Outbox<LockMessage> out) {
    if (!(message instanceof Write write)) {
      return state;
    }
    boolean accepts = !isFenced || write.token() >= state.highest;
    out.send(from, new Wrote(write.token(), accepts));
    return accepts
        ? new State(
            write.token(),
            Math.max(state.highest, write.token()),
            state.accepted + 1,
            state.refused)
        : new State(state.last, state.highest, state.accepted, state.refused + 1);
  }

  @Override
  public State expire(State state, int timer, Outbox<LockMessage> out) {
    return state;
  }
}
