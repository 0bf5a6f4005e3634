package godmode.simulate.clock;

import java.util.Comparator;

/**
 * A hybrid logical clock: as good as a Lamport clock for cause and effect, and never further from
 * the time of day than the clocks of the cluster are from each other (Kulkarni et al., Logical
 * Physical Clocks, 2014, figure 5).
 *
 * @param physical the highest time of day heard of, in whatever unit the caller reads
 * @param logical counts events while {@code physical} stands still
 */
public record HybridClock(long physical, int logical) implements Comparable<HybridClock> {
  /** Before the first event. */
  public static final HybridClock START = new HybridClock(0, 0);

  private static final Comparator<HybridClock> ORDER =
      Comparator.comparingLong(HybridClock::physical).thenComparingInt(HybridClock::logical);

  public HybridClock {
    if (physical < 0 || logical < 0) {
      throw new IllegalArgumentException(
          "a hybrid clock at " + physical + "." + logical + " counts from 0.0");
    }
  }

  /** After an event here, or after sending, when the local clock shows {@code now}. */
  public HybridClock tick(long now) {
    return now > physical
        ? new HybridClock(now, 0)
        : new HybridClock(physical, Math.addExact(logical, 1));
  }

  /** After a message with that time arrived, when the local clock shows {@code now}. */
  public HybridClock receive(HybridClock sent, long now) {
    long highest = Math.max(now, Math.max(physical, sent.physical));
    if (highest > physical && highest > sent.physical) {
      return new HybridClock(highest, 0);
    }
    int counted =
        Math.max(highest == physical ? logical : 0, highest == sent.physical ? sent.logical : 0);
    return new HybridClock(highest, Math.addExact(counted, 1));
  }

  /**
   * How far this is ahead of a local clock. A message that is further ahead than clocks may differ
   * comes from a broken clock; refuse it, or it drags every clock along.
   */
  public long ahead(long now) {
    return Math.max(0, physical - now);
  }

  @Override
  public int compareTo(HybridClock other) {
    return ORDER.compare(this, other);
  }
}
