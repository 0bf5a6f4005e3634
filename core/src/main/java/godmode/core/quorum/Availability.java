package godmode.core.quorum;

/**
 * How likely it is that enough nodes are up, when they fail independently and are each up with the
 * same probability. Independence flatters: nodes of one rack, host or rollout fail together.
 */
public final class Availability {
  /** Minutes in a year of 365 days. */
  public static final double MINUTES_A_YEAR = 365 * 24 * 60;

  private Availability() {}

  /**
   * Probability that at least k of n nodes are up: the sum over i = k..n of C(n,i) a^i (1-a)^(n-i).
   *
   * @param up probability that one node is up, from 0 to 1
   */
  public static double ofAtLeast(int needed, int nodes, double up) {
    if (needed < 0 || needed > nodes || up < 0 || up > 1) {
      throw new IllegalArgumentException(needed + " of " + nodes + " nodes at " + up);
    }
    double sum = 0;
    for (int i = needed; i <= nodes; i++) {
      sum += choose(nodes, i) * Math.pow(up, i) * Math.pow(1 - up, nodes - i);
    }
    return Math.min(1, sum);
  }

  /** Probability that a majority of n nodes is up. */
  public static double ofMajority(int nodes, double up) {
    return ofAtLeast(Majority.of(nodes), nodes, up);
  }

  /** Expected minutes a year without service. */
  public static double minutesDownAYear(double availability) {
    return (1 - availability) * MINUTES_A_YEAR;
  }

  private static double choose(int n, int k) {
    double product = 1;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      product = product * (n - i + 1) / i;
    }
    return product;
  }
}
