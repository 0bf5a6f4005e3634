package ${it.packageName()};

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How sure one can be that a node has failed, from the times of its heartbeats (Hayashibara et
 * al., The Phi Accrual Failure Detector, 2004). Phi 1 means that the silence would be a coincidence
 * in one of 10 cases, phi 8 in one of 100 million. It learns how a network usually is; a fixed
 * timeout is too short for a slow network and too long for a fast one.
 *
 * <p>A suspicion is no proof: a node may be slow, paused, or behind a partition. Whatever acts on
 * it needs a fence or a majority.
 */
public final class PhiAccrualDetector {
  private static final int INTERVALS_MAX = 1_000;

  private final double pauseMillis;
  private final double deviationMillisMin;
  private final LongSupplier nanoTime;
  private final Deque<Double> intervals = new ArrayDeque<>();
  private long lastNanos;

  /**
   * @param firstInterval how often heartbeats are sent, until it is known how they arrive
   * @param pauseMax a silence beyond the usual that is tolerated, such as a garbage collection
   * @param deviationMin so that very regular heartbeats make no nervous detector
   */
  public PhiAccrualDetector(Duration firstInterval, Duration pauseMax, Duration deviationMin) {
    this(firstInterval, pauseMax, deviationMin, System::nanoTime);
  }

  PhiAccrualDetector(
      Duration firstInterval, Duration pauseMax, Duration deviationMin, LongSupplier nanoTime) {
    if (firstInterval.toMillis() < 1 || deviationMin.toMillis() < 1) {
      throw new IllegalArgumentException(
          "heartbeats every " + firstInterval + ", deviation " + deviationMin + "; 1 ms or more");
    }
    this.pauseMillis = pauseMax.toMillis();
    this.deviationMillisMin = deviationMin.toMillis();
    this.nanoTime = nanoTime;
    this.lastNanos = nanoTime.getAsLong();
    double interval = firstInterval.toMillis();
    intervals.add(interval * 0.75);
    intervals.add(interval * 1.25);
  }

  /** A heartbeat arrived. */
  public synchronized void heartbeat() {
    long now = nanoTime.getAsLong();
<#if it.kept("learn the intervals")>
    intervals.addLast((now - lastNanos) / 1e6);
    if (intervals.size() > INTERVALS_MAX) {
      intervals.removeFirst();
    }
</#if>
    lastNanos = now;
  }

  /** How improbable this silence is, as a negative power of ten. */
  public synchronized double phi() {
    double silence = (nanoTime.getAsLong() - lastNanos) / 1e6;
    double mean = intervals.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double variance =
        intervals.stream().mapToDouble(i -> (i - mean) * (i - mean)).average().orElseThrow();
<#if it.kept("expect some deviation")>
    double deviation = Math.max(Math.sqrt(variance), deviationMillisMin);
<#else>
    double deviation = Math.max(Math.sqrt(variance), 1e-3);
</#if>
<#if it.kept("tolerate a pause")>
    double late = (silence - mean - pauseMillis) / deviation;
<#else>
    double late = (silence - mean) / deviation;
</#if>
    return -Math.log10(beyond(late));
  }

  /** Whether phi is above a threshold; 8 to 12 are usual. */
  public boolean suspects(double threshold) {
    return phi() > threshold;
  }

  /** The share of a normal distribution beyond y deviations; a logistic approximation. */
  private static double beyond(double y) {
    double e = Math.exp(-y * (1.5976 + 0.070566 * y * y));
    double share = y > 0 ? e / (1 + e) : 1 - 1 / (1 + e);
    return Math.max(share, Double.MIN_NORMAL);
  }
}
