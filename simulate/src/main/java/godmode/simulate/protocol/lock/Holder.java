package godmode.simulate.protocol.lock;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.lock.LockMessage.Acquire;
import godmode.simulate.protocol.lock.LockMessage.Granted;
import godmode.simulate.protocol.lock.LockMessage.Release;
import godmode.simulate.protocol.lock.LockMessage.Write;
import godmode.simulate.protocol.lock.LockMessage.Wrote;

/** Takes the lock, works for a while, writes, and lets go. */
record Holder(LockOptions options) implements Protocol<Holder.State, LockMessage> {
  private static final int NEXT = 0;
  private static final int REQUESTS = 1 << 30;
  private static final int PARTS = 20;

  /** Where a holder stands. */
  enum Phase {
    RESTS,
    ASKS,
    WORKS,
    /** It has looked, and writes next. */
    WRITES,
    /** It has written, and waits for the answer. */
    WAITS
  }

  /**
   * What a holder knows; none of it outlives a crash.
   *
   * @param request the number of what it asked for
   * @param asked when it first asked, by its own clock
   * @param token of its grant
   * @param ends when its lease ends, by its own clock
   */
  record State(Phase phase, int request, long asked, long token, long ends) {
    /** Whether it takes the lock for its own. */
    boolean holds(long clock) {
      return phase.compareTo(Phase.WORKS) >= 0 && clock < ends;
    }

    State in(Phase next) {
      return new State(next, request, asked, token, ends);
    }
  }

  @Override
  public State start(int self, Outbox<LockMessage> out) {
    return rest(out);
  }

  @Override
  public State restart(State disk, int self, Outbox<LockMessage> out) {
    return rest(out);
  }

  private State rest(Outbox<LockMessage> out) {
    out.arm(NEXT, 0, 2 * options.pauses());
    return new State(Phase.RESTS, 0, 0, 0, 0);
  }

  @Override
  public State receive(State state, int from, LockMessage message, Outbox<LockMessage> out) {
    boolean asks = state.phase == Phase.ASKS;
    if (asks && message instanceof Granted grant && grant.request() == state.request) {
      long counts = options.lacks(LockMutant.LATE_COUNT) ? out.clock() : state.asked;
      out.arm(NEXT, options.work() / 2, options.work());
      long ends = counts + options.lease();
      return new State(Phase.WORKS, state.request, state.asked, grant.token(), ends);
    }
    boolean waits = state.phase == Phase.WAITS;
    return waits && message instanceof Wrote wrote && wrote.token() == state.token
        ? done(state, out)
        : state;
  }

  @Override
  public State expire(State state, int timer, Outbox<LockMessage> out) {
    return switch (state.phase) {
      case RESTS -> {
        State asks = new State(Phase.ASKS, out.draw(REQUESTS), out.clock(), 0, 0);
        yield out.clock() < options.until() ? ask(asks, out) : state;
      }
      case ASKS -> out.clock() < options.until() ? ask(state, out) : state;
      case WORKS -> {
        if (options.looks() && !state.holds(out.clock())) {
          yield done(state, out);
        }
        out.arm(NEXT, 0, options.work() / PARTS);
        yield state.in(Phase.WRITES);
      }
      case WRITES -> {
        out.send(LockOptions.STORE, new Write(state.token));
        out.arm(NEXT, options.lease(), options.lease());
        yield state.in(Phase.WAITS);
      }
      case WAITS -> done(state, out);
    };
  }

  private State ask(State state, Outbox<LockMessage> out) {
    out.send(LockOptions.LOCK, new Acquire(state.request));
    out.arm(NEXT, options.pauses(), 3 * options.pauses());
    return state;
  }

  private State done(State state, Outbox<LockMessage> out) {
    out.send(LockOptions.LOCK, new Release(state.token));
    return rest(out);
  }
}
