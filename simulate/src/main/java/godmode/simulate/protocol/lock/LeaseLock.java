package godmode.simulate.protocol.lock;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.lock.LockMessage.Acquire;
import godmode.simulate.protocol.lock.LockMessage.Granted;
import godmode.simulate.protocol.lock.LockMessage.Release;

/**
 * Gives a lock to one holder at a time, each time with a larger token, and to the next one when the
 * lease has ended.
 *
 * @param lease in nanoseconds
 */
public record LeaseLock(long lease) implements Protocol<LeaseLock.State, LockMessage> {
  private static final int NOBODY = -1;

  /** Who has it. */
  public record State(long token, int holder) {}

  @Override
  public State start(int self, Outbox<LockMessage> out) {
    return new State(0, NOBODY);
  }

  @Override
  public State restart(State disk, int self, Outbox<LockMessage> out) {
    out.arm(0, lease, lease);
    return disk;
  }

  @Override
  public State receive(State state, int from, LockMessage message, Outbox<LockMessage> out) {
    if (message instanceof Acquire && state.holder == NOBODY) {
      out.flush();
      out.arm(0, lease, lease);
      out.send(from, new Granted(state.token + 1));
      return new State(state.token + 1, from);
    }
    if (message instanceof Release release && release.token() == state.token) {
      out.disarm(0);
      return new State(state.token, NOBODY);
    }
    return state;
  }

  @Override
  public State expire(State state, int timer, Outbox<LockMessage> out) {
    return new State(state.token, NOBODY);
  }
}
