package ${it.packageName()};

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a request may still take, over all calls that are made for it. A timeout for each call
 * alone adds up: the caller has gone when the last one ends (Beyer et al., Site Reliability
 * Engineering, 2016, chapter 22). Make one where a request comes in, and ask it before each call.
 *
 * <p>What is passed on is the time that is left, as gRPC does it, and no point in time: clocks of
 * machines differ.
 */
public final class Deadline {
  /** The header that carries the milliseconds that are left. */
  public static final String HEADER = "X-Time-Left-Millis";

  private final long endNanos;
  private final Duration reserve;
  private final LongSupplier nanoTime;

  /** Thrown instead of calling: the caller would not wait for the answer. */
  public static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExceededException() {
      super("the time for this request is up");
    }
  }

  Deadline(Duration within, Duration reserve, LongSupplier nanoTime) {
    if (reserve.isNegative() || within.compareTo(reserve) < 0) {
      throw new IllegalArgumentException(within + " with a reserve of " + reserve);
    }
    this.endNanos = nanoTime.getAsLong() + within.toNanos();
    this.reserve = reserve;
    this.nanoTime = nanoTime;
  }

  /**
   * A deadline for a request that begins here.
   *
   * @param reserve what it takes to answer after the last call, with a substitute if need be; calls
   *     end that much earlier, so that whoever waits outside waits longer than calls inside
   */
  public static Deadline within(Duration time, Duration reserve) {
    return new Deadline(time, reserve, System::nanoTime);
  }

  /**
   * A deadline for a request of a caller who passed on what is left.
   *
   * @param header of {@link #HEADER}; one that is missing or cannot be read asks for the most
   * @param timeMax what no caller gets more than
   */
  public static Deadline from(String header, Duration timeMax, Duration reserve) {
    return from(header, timeMax, reserve, System::nanoTime);
  }

  static Deadline from(
      String header, Duration timeMax, Duration reserve, LongSupplier nanoTime) {
    if (header == null || !header.matches("\\d{1,15}")) {
      return new Deadline(timeMax, reserve, nanoTime);
    }
    Duration asked = Duration.ofMillis(Long.parseLong(header));
<#if it.kept("give no caller more than the most")>
    Duration given = asked.compareTo(timeMax) < 0 ? asked : timeMax;
<#else>
    Duration given = asked;
</#if>
    return new Deadline(given.compareTo(reserve) < 0 ? reserve : given, reserve, nanoTime);
  }

  /** What calls may still take; zero when the time is up. */
  public Duration left() {
    Duration left = Duration.ofNanos(endNanos - nanoTime.getAsLong());
<#if it.kept("leave time to answer")>
    left = left.minus(reserve);
</#if>
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * The timeout of a call that begins now: its own, or less where less is left.
   *
   * @throws ExceededException where nothing is left; do not call
   */
  public Duration timeout(Duration own) {
    Duration left = left();
<#if it.kept("begin nothing when time is up")>
    if (left.toMillis() < 1) {
      throw new ExceededException();
    }
</#if>
<#if it.kept("wait no longer than the caller")>
    return left.compareTo(own) < 0 ? left : own;
<#else>
    return own;
</#if>
  }
}
