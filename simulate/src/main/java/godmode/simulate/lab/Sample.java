package godmode.simulate.lab;

import java.util.Arrays;

/** Many values of one measure, in order. */
public final class Sample {
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

  /** How many lie in each of so many parts of equal width, from the least to the most. */
  public int[] histogram(int parts) {
    int[] counts = new int[parts];
    double width = Math.max(1e-9, (most() - least()) / (double) parts);
    for (long value : sorted) {
      counts[(int) Math.min(parts - 1, (value - least()) / width)]++;
    }
    return counts;
  }
}
