package ${it.packageName()};

/**
 * What a server has to find again after a crash. Its durable state is what its records make of it,
 * in the order in which they were saved.
 */
public sealed interface RaftRecord {
  /** No server. */
  int NOBODY = -1;

  /** The current term, and who has the vote of this server in it, or {@link #NOBODY}. */
  record Ballot(long term, int votedFor) implements RaftRecord {}

  /**
   * An entry of the log; it removes what was at its index and after it.
   *
   * @param command empty in the first entry of a leader; the array is not copied
   */
  record Entry(long index, long term, byte[] command) implements RaftRecord {}

  /**
   * What the commands up to an index have led to, in place of their entries.
   *
   * @param index of the last entry that it replaces
   * @param term of that entry
   */
  record Snapshot(long index, long term, byte[] state) implements RaftRecord {}
}
