package godmode.simulate.kernel;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One node of a run: its state, its disk, its timers and its clock. */
final class Node<S, M> {
  private static final int MILLION = 1_000_000;

  final int self;
  private final Protocol<S, M> protocol;
  private @Nullable S state;
  private @Nullable S flushed;

  boolean isUp = true;
  long pausedUntil;

  private int[] armed = new int[4];
  private int generations;

  private long clockAt;
  private long clockShows;
  private int drift;

  Node(int self, Protocol<S, M> protocol) {
    this.self = self;
    this.protocol = protocol;
  }

  S state() {
    return Objects.requireNonNull(state, "not started");
  }

  /** Starts as if it had never been there. */
  void start(Outbox<M> out) {
    isUp = true;
    flushed = null;
    state = protocol.start(self, out);
  }

  void receive(int from, M message, Outbox<M> out) {
    state = protocol.receive(state(), from, message, out);
  }

  void expire(int timer, Outbox<M> out) {
    state = protocol.expire(state(), timer, out);
  }

  /** What the step has asked for is done when its state is known. */
  void flushed() {
    flushed = state;
  }

  void stop() {
    isUp = false;
    Arrays.fill(armed, 0);
  }

  /** Comes back with everything it wrote. */
  void restart(Outbox<M> out) {
    isUp = true;
    state = protocol.restart(state(), self, out);
  }

  /** Comes back with what was flushed; as new where nothing was. */
  void restartFlushed(Outbox<M> out) {
    if (flushed == null) {
      start(out);
    } else {
      isUp = true;
      state = protocol.restart(flushed, self, out);
    }
  }

  /** Arms a timer; the number tells it from all that were armed before. */
  int arm(int timer) {
    if (timer >= armed.length) {
      armed = Arrays.copyOf(armed, Math.max(timer + 1, 2 * armed.length));
    }
    armed[timer] = ++generations;
    return generations;
  }

  void disarm(int timer) {
    if (timer < armed.length) {
      armed[timer] = 0;
    }
  }

  /** Whether the timer is still the one that was armed; it is not armed any more afterwards. */
  boolean fires(int timer, int generation) {
    boolean fires = isUp && armed[timer] == generation;
    if (fires) {
      armed[timer] = 0;
    }
    return fires;
  }

  long clock(long now) {
    return clockShows + elapsed(now - clockAt);
  }

  private long elapsed(long real) {
    return drift == 0 ? real : real + real / MILLION * drift + real % MILLION * drift / MILLION;
  }

  /** How long something takes in truth that takes so long by the clock of this node. */
  long inTruth(long byClock) {
    return drift == 0 ? byClock : (long) (byClock * (MILLION / (double) (MILLION + drift)));
  }

  void setClock(long now, long step, int newDrift) {
    clockShows = clock(now) + step;
    clockAt = now;
    drift = newDrift;
  }
}
