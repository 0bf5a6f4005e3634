package ${it.packageName()};

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Timestamps that respect cause and effect and stay close to the time of day (Kulkarni et al.,
 * Logical Physical Clocks, 2014). Stamp every event with {@link #tick}; hand every timestamp that
 * arrives with a message to {@link #receive}.
 */
public final class HybridClock {
  private final LongSupplier millis;
  private final long aheadMillisMax;
  private Timestamp last = new Timestamp(0, 0);

  /**
   * A point in the order of events.
   *
   * @param millis the highest time of day heard of, since 1970
   * @param count tells events within one millisecond apart
   */
  public record Timestamp(long millis, int count) implements Comparable<Timestamp> {
    @Override
    public int compareTo(Timestamp other) {
      int byTime = Long.compare(millis, other.millis);
      return byTime != 0 ? byTime : Integer.compare(count, other.count);
    }
  }

  /**
   * @param aheadMax how far clocks may be apart; a timestamp further ahead is refused
   */
  public HybridClock(Duration aheadMax) {
    this(aheadMax, System::currentTimeMillis);
  }

  HybridClock(Duration aheadMax, LongSupplier millis) {
    this.aheadMillisMax = aheadMax.toMillis();
    this.millis = millis;
  }

  /** The timestamp of an event here, such as a write or a message that is sent. */
  public synchronized Timestamp tick() {
    long now = millis.getAsLong();
<#if it.kept("never go back")>
    last =
        now > last.millis()
            ? new Timestamp(now, 0)
            : new Timestamp(last.millis(), Math.addExact(last.count(), 1));
<#else>
    last = new Timestamp(now, 0);
</#if>
    return last;
  }

  /**
   * The timestamp of having received a message.
   *
   * @throws IllegalArgumentException where the sender's clock is too far ahead; drop the message
   */
  public synchronized Timestamp receive(Timestamp sent) {
    long now = millis.getAsLong();
<#if it.kept("refuse broken clocks")>
    if (sent.millis() - now > aheadMillisMax) {
      throw new IllegalArgumentException(
          "a timestamp is " + (sent.millis() - now) + " ms ahead; at most " + aheadMillisMax);
    }
</#if>
<#if it.kept("follow what was heard")>
    Timestamp heard = sent.compareTo(last) > 0 ? sent : last;
<#else>
    Timestamp heard = last;
</#if>
    last =
        now > heard.millis()
            ? new Timestamp(now, 0)
            : new Timestamp(heard.millis(), Math.addExact(heard.count(), 1));
    return last;
  }
}
