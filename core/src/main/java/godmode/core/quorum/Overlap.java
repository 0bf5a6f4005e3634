package godmode.core.quorum;

/**
 * Whether groups that read and groups that write must share a node (Gifford, Weighted Voting for
 * Replicated Data, SOSP 1979).
 */
public final class Overlap {
  private Overlap() {}

  /** Whether every r nodes and every w nodes out of n share one. */
  public static boolean isCertain(int nodes, int read, int write) {
    return read + write > nodes;
  }

  /** The smallest group that shares a node with every group of that size out of n. */
  public static int smallestFor(int nodes, int other) {
    return Math.max(1, nodes - other + 1);
  }
}
