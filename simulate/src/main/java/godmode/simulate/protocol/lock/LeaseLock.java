package godmode.simulate.protocol.lock;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.lock.LockMessage.Acquire;
import godmode.simulate.protocol.lock.LockMessage.Granted;
import godmode.simulate.protocol.lock.LockMessage.Release;

/**
 * Gives a lock to one holder at a time, for as long as a lease lasts by its own clock (Gray and
 * Cheriton, Leases, SOSP 1989), each time with a larger token (Burrows, The Chubby Lock Service,
 * OSDI 2006, section 2.4).
 */
record LeaseLock(LockOptions options) implements Protocol<LeaseLock.State, LockMessage> {
  private static final int NOBODY = -1;
  private static final int LEASE = 0;

  /**
   * What it knows; all of it is on its disk before a grant leaves.
   *
   * @param token of the last grant
   * @param holder who has the lock, or nobody
   * @param request of the holder that was granted
   */
  record State(long token, int holder, int request) {
    State free() {
      return new State(token, NOBODY, 0);
    }
  }

  @Override
  public State start(int self, Outbox<LockMessage> out) {
    return new State(0, NOBODY, 0);
  }

  /** Whoever has it may still count on it, for a whole lease at most. */
  @Override
  public State restart(State disk, int self, Outbox<LockMessage> out) {
    if (disk.holder == NOBODY || options.lacks(LockMutant.HASTY_SERVICE)) {
      return disk.free();
    }
    out.arm(LEASE, options.lease(), options.lease());
    return disk;
  }

  @Override
  public State receive(State state, int from, LockMessage message, Outbox<LockMessage> out) {
    if (message instanceof Acquire wish) {
      if (state.holder == from && state.request == wish.request()) {
        out.send(from, new Granted(state.request, state.token)); // the first answer was lost
        return state;
      }
      return state.holder == NOBODY ? granted(state, from, wish.request(), out) : state;
    }
    if (message instanceof Release release && release.token() == state.token) {
      out.disarm(LEASE);
      return state.free();
    }
    return state;
  }

  private State granted(State state, int to, int request, Outbox<LockMessage> out) {
    if (!options.lacks(LockMutant.FORGOTTEN_GRANT)) {
      out.flush();
    }
    out.arm(LEASE, options.lease(), options.lease());
    out.send(to, new Granted(request, state.token + 1));
    return new State(state.token + 1, to, request);
  }

  @Override
  public State expire(State state, int timer, Outbox<LockMessage> out) {
    return state.free();
  }
}
