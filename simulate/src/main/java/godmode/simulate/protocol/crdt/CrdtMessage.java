package godmode.simulate.protocol.crdt;

import java.util.List;

/**
 * What replicas send each other.
 *
 * @param <C> the type that is replicated
 */
sealed interface CrdtMessage<C> {
  /**
   * A delta as it was made, or the copy of a replica.
   *
   * @param from who made it, or passed it on
   * @param numbers of the changes in it
   */
  record Part<C>(int from, C delta, Numbers numbers) {}

  /**
   * Changes.
   *
   * @param until the place in the sender's log up to which they go
   * @param entries what all of them hold
   * @param whole it is the copy of the sender, because it keeps no deltas from so long ago
   */
  record Deltas<C>(long until, List<Part<C>> parts, int entries, boolean whole)
      implements CrdtMessage<C> {
    public Deltas {
      parts = List.copyOf(parts);
    }

    int changes() {
      return parts.stream().mapToInt(part -> part.numbers().size()).sum();
    }
  }

  /** Everything up to this place in the log has arrived. */
  record Arrived<C>(long until) implements CrdtMessage<C> {}
}
