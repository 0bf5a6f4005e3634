package ${it.packageName()};

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/**
 * Stops calling what keeps failing. After {@code failuresMax} failures in a row every call is
 * refused at once, so that callers do not queue up behind timeouts; after {@code openFor} one call
 * is let through to try, and its end decides.
 */
public final class CircuitBreaker {
  private final int failuresMax;
  private final long openForNanos;
  private final LongSupplier nanoTime;

  private State state = State.CLOSED;
  private int failures;
  private long openedAt;
  private boolean trying;
  private long period;

  /** What happens to the next call. */
  public enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  /** Thrown instead of calling; answer from a cache, degrade, or fail. */
  public static final class OpenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OpenException() {
      super("the circuit is open: the last calls failed, and it is too early to try again");
    }
  }

  public CircuitBreaker(int failuresMax, Duration openFor) {
    this(failuresMax, openFor, System::nanoTime);
  }

  CircuitBreaker(int failuresMax, Duration openFor, LongSupplier nanoTime) {
    if (failuresMax < 1) {
      throw new IllegalArgumentException("failuresMax is " + failuresMax + "; 1 or more");
    }
    this.failuresMax = failuresMax;
    this.openForNanos = openFor.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * Calls, or refuses to. Give the call a timeout of its own: one that never ends is no failure.
   *
   * @throws OpenException without calling
   */
  public <T> T call(Callable<T> call) throws Exception {
    long admitted = admit();
    boolean succeeded = false;
    try {
      T result = call.call();
      succeeded = true;
      return result;
    } finally {
      end(admitted, succeeded);
    }
  }

  /** What would happen to a call now. */
  public synchronized State state() {
    return state;
  }

  private synchronized long admit() {
    if (state == State.OPEN && nanoTime.getAsLong() - openedAt >= openForNanos) {
      state = State.HALF_OPEN;
      trying = false;
    }
<#if it.kept("refuse while open")>
    if (state == State.OPEN) {
      throw new OpenException();
    }
</#if>
    if (state == State.HALF_OPEN) {
<#if it.kept("try with one call")>
      if (trying) {
        throw new OpenException();
      }
</#if>
      trying = true;
    }
    return period;
  }

  private synchronized void end(long admitted, boolean succeeded) {
<#if it.kept("ignore calls from before")>
    if (admitted != period) {
      return;
    }
</#if>
    if (succeeded) {
      if (state != State.CLOSED) {
        enter(State.CLOSED);
      }
      failures = 0;
      return;
    }
    failures++;
    if (state == State.HALF_OPEN || failures >= failuresMax) {
      openedAt = nanoTime.getAsLong();
      enter(State.OPEN);
    }
  }

  private void enter(State next) {
    state = next;
    failures = 0;
    trying = false;
    period++;
  }
}
