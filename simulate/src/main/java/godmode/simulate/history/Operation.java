package godmode.simulate.history;

/**
 * A read or a write, from its begin to its end.
 *
 * @param value what it wrote or returned; of a read that has not ended, nothing that counts
 * @param begin its place among all events
 * @param end the same; {@link #OPEN} while it has not ended
 */
record Operation(int client, boolean writes, int item, int value, int begin, int end) {
  static final int OPEN = Integer.MAX_VALUE;

  boolean isOpen() {
    return end == OPEN;
  }

  boolean precedes(Operation other) {
    return end < other.begin;
  }
}
