package ${it.packageName()};

/**
 * What a server has to find again after a crash. Its durable state is what its records make of it,
 * in the order in which they were saved.
 */
public sealed interface PaxosRecord {
  /** No server. */
  int NOBODY = -1;

  /**
   * A command and its place.
   *
   * @param index the slot, from 1
   * @param term the ballot of the leader that has proposed it first; with the slot it tells one
   *     proposal from all others
   * @param command empty where a gap was filled; the array is not copied
   */
  record Entry(long index, long term, byte[] command) {}

  /** No ballot below this one is taken part in any more. */
  record Promised(long ballot) implements PaxosRecord {}

  /** What was accepted last in a slot, and in which ballot. */
  record Accepted(long ballot, Entry entry) implements PaxosRecord {}

  /** What the commands up to an index have led to, in place of them. */
  record Snapshot(long index, byte[] state) implements PaxosRecord {}
}
