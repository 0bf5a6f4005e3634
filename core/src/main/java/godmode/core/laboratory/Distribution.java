package godmode.core.laboratory;

import java.util.List;

/**
 * Values of one measure.
 *
 * @param isTime they are nanoseconds; else they count
 * @param isSkewed parts of the histogram have equal ratio, not equal width
 * @param histogram how many lie in each of several parts, from the least to the most
 */
public record Distribution(
    String name,
    boolean isTime,
    int count,
    double mean,
    long least,
    long p10,
    long p50,
    long p90,
    long p99,
    long most,
    boolean isSkewed,
    List<Integer> histogram) {
  public Distribution {
    histogram = List.copyOf(histogram);
  }
}
