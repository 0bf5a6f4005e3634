package godmode.simulate.clock;

import java.util.Comparator;

/**
 * A point in a total order of events: a time, and the replica to decide between equal times. Where
 * the times are those of a {@link LamportClock}, an effect is after its cause.
 *
 * @param time in ticks of whoever stamps; logical, or read from a clock
 */
public record Stamp(long time, String replica) implements Comparable<Stamp> {
  private static final Comparator<Stamp> ORDER =
      Comparator.comparingLong(Stamp::time).thenComparing(Stamp::replica);

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return time + "@" + replica;
  }
}
