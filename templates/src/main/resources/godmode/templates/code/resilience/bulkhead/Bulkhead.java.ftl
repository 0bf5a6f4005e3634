package ${it.packageName()};

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Keeps one slow callee from taking every thread: at most {@code callsMax} calls to it run at a
 * time, and one more is refused at once. Give each callee a bulkhead of its own.
 */
public final class Bulkhead {
  private final Semaphore places;

  /** Thrown instead of calling; answer from a cache, degrade, or fail. */
  public static final class FullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FullException() {
      super("the bulkhead is full: as many calls as it takes have not ended yet");
    }
  }

  public Bulkhead(int callsMax) {
    if (callsMax < 1) {
      throw new IllegalArgumentException("callsMax is " + callsMax + "; 1 or more");
    }
    this.places = new Semaphore(callsMax);
  }

  /**
   * Calls, or refuses to. Give the call a timeout of its own: one that never ends keeps its place.
   *
   * @throws FullException without calling
   */
  public <T> T call(Callable<T> call) throws Exception {
<#if it.kept("refuse when full")>
    if (!places.tryAcquire()) {
      throw new FullException();
    }
<#else>
    places.tryAcquire();
</#if>
<#if it.kept("give the place back after a failure")>
    try {
      return call.call();
    } finally {
      places.release();
    }
<#else>
    T result = call.call();
    places.release();
    return result;
</#if>
  }

  /** How many calls may begin now. */
  public int free() {
    return places.availablePermits();
  }
}
