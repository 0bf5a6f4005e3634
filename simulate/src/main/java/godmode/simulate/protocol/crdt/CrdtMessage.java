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
   * Between whom a message goes.
   *
   * @param session of the sender: another one since it lost its disk
   * @param joins how often the receiver has asked the sender for a whole copy
   */
  record Tie(int session, int joins) {}

  /** A user makes the change of a round. */
  record Change<C>(int round) implements CrdtMessage<C> {}

  /** Somebody who is new, or has lost its disk, asks for a whole copy. */
  record Joined<C>() implements CrdtMessage<C> {}

  /**
   * Changes.
   *
   * @param tie of the two: what is said back about another one counts no more
   * @param until the place in the sender's log up to which they go
   * @param entries what all of them hold
   * @param whole it is the copy of the sender, because it keeps no deltas from so long ago
   */
  record Deltas<C>(Tie tie, long until, List<Part<C>> parts, int entries, boolean whole)
      implements CrdtMessage<C> {
    public Deltas {
      parts = List.copyOf(parts);
    }

    int changes() {
      return parts.stream().mapToInt(part -> part.numbers().size()).sum();
    }
  }

  /** Everything up to this place in the log has arrived; it says back what it was told. */
  record Arrived<C>(Tie tie, long until) implements CrdtMessage<C> {}
}
