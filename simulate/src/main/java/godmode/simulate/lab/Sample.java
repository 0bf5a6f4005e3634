package godmode.simulate.lab;

import java.util.Arrays;

/** Many values of one measure, in order. */
public final class Sample {
  private static final int SKEW = 20;

  private final long[] sorted;

  /** Of these values. */
  public Sample(long[] values) {
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** How many there are. */
  public int size() {
    return sorted.length;
  }

  /** The value that so many of a thousand do not exceed (nearest rank); there is one at least. */
  public long quantile(int perMille) {
    int rank = (int) Math.max(1, (sorted.length * (long) perMille + 999) / 1000);
    return sorted[rank - 1];
  }

  /** The least. */
  public long least() {
    return sorted[0];
  }

  /** The most. */
  public long most() {
    return sorted[sorted.length - 1];
  }

  /** Their mean. */
  public double mean() {
    double sum = 0;
    for (long value : sorted) {
      sum += value;
    }
    return sum / sorted.length;
  }

  /** Whether most values lie so close to the least that parts of equal width show nothing. */
  public boolean isSkewed() {
    return least() > 0 && most() / least() >= SKEW && quantile(900) - least() < most() / SKEW * 2;
  }

  /**
   * How many lie in each of so many parts, from the least to the most: of equal width, or of equal
   * ratio where they are skewed.
   */
  public int[] histogram(int parts) {
    int[] counts = new int[parts];
    boolean skewed = isSkewed();
    double from = at(least(), skewed);
    double width = Math.max(1e-9, (at(most(), skewed) - from) / parts);
    for (long value : sorted) {
      double at = at(value, skewed);
      counts[(int) Math.min(parts - 1, (at - from) / width)]++;
    }
    return counts;
  }

  private static double at(long value, boolean skewed) {
    return skewed ? StrictMath.log((double) value) : (double) value;
  }
}
