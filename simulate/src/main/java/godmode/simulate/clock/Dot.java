package godmode.simulate.clock;

import java.util.Comparator;

/**
 * One change: the n-th that a replica made, counted from 1. No two changes have the same dot.
 *
 * @param replica who made it
 */
public record Dot(String replica, long number) implements Comparable<Dot> {
  private static final Comparator<Dot> ORDER =
      Comparator.comparing(Dot::replica).thenComparingLong(Dot::number);

  public Dot {
    if (replica.isEmpty() || number < 1) {
      throw new IllegalArgumentException(
          "change " + number + " of '" + replica + "': changes are counted from 1");
    }
  }

  @Override
  public int compareTo(Dot other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return replica + number;
  }
}
