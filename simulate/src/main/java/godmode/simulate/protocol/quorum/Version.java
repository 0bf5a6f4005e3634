package godmode.simulate.protocol.quorum;

/**
 * A value and when it was written, in the order in which later ones win.
 *
 * @param counter higher than all that its writer had seen
 * @param node that coordinated the write
 */
public record Version(long counter, int node, int value) implements Comparable<Version> {
  /** Nobody wrote. */
  public static final Version NONE = new Version(0, 0, 0);

  @Override
  public int compareTo(Version other) {
    return counter != other.counter
        ? Long.compare(counter, other.counter)
        : Integer.compare(node, other.node);
  }

  Version orLater(Version other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
