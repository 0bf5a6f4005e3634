package godmode.simulate.protocol.gossip;

import java.util.ArrayList;
import java.util.List;

/**
 * When another node was heard, and how suspicious its silence is: the phi accrual detector
 * (Hayashibara et al., SRDS 2004) with a normal distribution, approximated by a logistic one.
 *
 * @param intervals between the last times it was heard, in milliseconds
 * @param last when it was, by the clock of whoever listens, in nanoseconds
 */
public record Heartbeats(List<Double> intervals, long last) {
  private static final int WINDOW = 100;
  private static final double NANOS = 1e6;

  public Heartbeats {
    intervals = List.copyOf(intervals);
  }

  Heartbeats heard(long now) {
    List<Double> more = new ArrayList<>(intervals);
    more.add((now - last) / NANOS);
    return new Heartbeats(
        more.size() > WINDOW ? more.subList(more.size() - WINDOW, more.size()) : more, now);
  }

  /**
   * How suspicious it is now.
   *
   * @param deviationLeast in milliseconds, so that a regular heartbeat does not make it hasty
   */
  public double phi(long now, double deviationLeast) {
    double mean = 0;
    for (double interval : intervals) {
      mean += interval / intervals.size();
    }
    double variance = 0;
    for (double interval : intervals) {
      variance += (interval - mean) * (interval - mean) / intervals.size();
    }
    return phi((now - last) / NANOS, mean, Math.max(deviationLeast, Math.sqrt(variance)));
  }

  /** How suspicious so much silence is; all in one unit. */
  public static double phi(double silence, double mean, double deviation) {
    double y = (silence - mean) / deviation;
    double e = StrictMath.exp(-y * (1.5976 + 0.070566 * y * y));
    double later = silence > mean ? e / (1 + e) : 1 - 1 / (1 + e);
    return -StrictMath.log10(later);
  }
}
