package godmode.simulate.protocol.lock;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.lock.LockMessage.Write;
import godmode.simulate.protocol.lock.LockMessage.Wrote;

/** What the lock guards. It refuses a token that is smaller than one it has seen. */
record GuardedStore(LockOptions options) implements Protocol<GuardedStore.State, LockMessage> {
  /**
   * What is on its disk.
   *
   * @param last token of the last write
   * @param highest token of any write
   */
  record State(long last, long highest, long accepted, long refused) {}

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
    long token = write.token();
    boolean accepts = token >= state.highest || options.lacks(LockMutant.NO_FENCING);
    out.send(from, new Wrote(token, accepts));
    if (!accepts) {
      return new State(state.last, state.highest, state.accepted, state.refused + 1);
    }
    if (!options.lacks(LockMutant.FORGETFUL_STORE)) {
      out.flush();
    }
    return new State(token, Math.max(state.highest, token), state.accepted + 1, state.refused);
  }

  @Override
  public State expire(State state, int timer, Outbox<LockMessage> out) {
    return state;
  }
}
