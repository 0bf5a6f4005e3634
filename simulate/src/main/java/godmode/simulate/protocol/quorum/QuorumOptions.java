package godmode.simulate.protocol.quorum;

import java.util.Optional;

/**
 * A store without a leader. Every node has every item.
 *
 * @param reads answers that a read waits for
 * @param writes answers that a write waits for
 * @param items there are, from 0
 * @param repairs a read tells replicas that are behind
 * @param hints a coordinator keeps what a replica has not acknowledged, and sends it again
 * @param entropy replicas compare all they have this often, in nanoseconds; 0 for never
 * @param handsBack a read answers when so many nodes as a write waits for have what it found
 */
public record QuorumOptions(
    int nodes,
    int reads,
    int writes,
    int items,
    boolean repairs,
    boolean hints,
    long entropy,
    boolean handsBack,
    Optional<QuorumMutant> mutant) {
  public QuorumOptions {
    if (reads < 1 || reads > nodes || writes < 1 || writes > nodes) {
      throw new IllegalArgumentException(
          "reads wait for "
              + reads
              + " and writes for "
              + writes
              + " answers of "
              + nodes
              + " nodes; both lie between 1 and "
              + nodes);
    }
    if (items < 1 || items > 10_000 || entropy < 0) {
      throw new IllegalArgumentException(
          items + " items, compared every " + entropy + " ns; there are 1 to 10000");
    }
  }

  boolean lacks(QuorumMutant what) {
    return mutant.isPresent() && mutant.get() == what;
  }
}
