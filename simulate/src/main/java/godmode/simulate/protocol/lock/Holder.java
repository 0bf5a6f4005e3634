package godmode.simulate.protocol.lock;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.lock.LockMessage.Acquire;
import godmode.simulate.protocol.lock.LockMessage.Granted;
import godmode.simulate.protocol.lock.LockMessage.Release;
import godmode.simulate.protocol.lock.LockMessage.Write;
import godmode.simulate.protocol.lock.LockMessage.Wrote;

/**
 * Takes the lock, works for a while, writes, and lets go.
 *
 * @param lock the node of the lock
 * @param store the node of the store
 * @param lease that it counts on, in nanoseconds
 * @param works how long at most
 * @param pauses mean time between two turns
 * @param looks before it writes it looks whether its lease has ended, by its own clock; the write
 *     may still be late
 * @param until it begins nothing after this time
 */
public record Holder(
    int lock, int store, long lease, long works, long pauses, long until, boolean looks)
    implements Protocol<Holder.State, LockMessage> {
  private static final int TRY = 0;
  private static final int WORK = 1;

  /** The lock it has; 0 for none. */
  public record State(long token, long ends) {}

  private static final State FREE = new State(0, 0);

  @Override
  public State start(int self, Outbox<LockMessage> out) {
    out.arm(TRY, 0, 2 * pauses);
    return FREE;
  }

  @Override
  public State restart(State disk, int self, Outbox<LockMessage> out) {
    return start(self, out);
  }

  @Override
  public State receive(State state, int from, LockMessage message, Outbox<LockMessage> out) {
    if (message instanceof Granted granted && granted.token() > state.token) {
      out.disarm(TRY);
      out.arm(WORK, works / 2, works);
      return new State(granted.token(), out.clock() + lease);
    }
    if (message instanceof Wrote wrote && wrote.token() == state.token) {
      out.send(lock, new Release(state.token));
      out.arm(TRY, 0, 2 * pauses);
      return FREE;
    }
    return state;
  }

  @Override
  public State expire(State state, int timer, Outbox<LockMessage> out) {
    out.arm(TRY, pauses, 3 * pauses);
    if (timer == WORK && (!looks || out.clock() < state.ends)) {
      out.send(store, new Write(state.token));
      return state;
    }
    if (out.clock() < until) {
      out.send(lock, new Acquire());
    }
    return FREE;
  }
}
