package godmode.simulate.protocol.paxos;

import godmode.simulate.protocol.paxos.PaxosMessage.Accepted;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node knows. On its disk: promised, accepted and chosen.
 *
 * @param promised the highest ballot it has heard of
 * @param accepted by slot
 * @param chosen by slot
 * @param ballot of its own proposal
 * @param phase of it
 * @param slot that it proposes for
 * @param value that it proposes
 * @param yes who has answered, as bits
 * @param heard what was accepted before, by slot, from those who promised
 * @param serial of its own values
 */
public record PaxosState(
    int self,
    int promised,
    Map<Integer, Accepted> accepted,
    Map<Integer, Integer> chosen,
    int ballot,
    Phase phase,
    int slot,
    int value,
    long yes,
    Map<Integer, Accepted> heard,
    int serial) {
  /** How far a proposal is. */
  public enum Phase {
    IDLE,
    PREPARING,
    ACCEPTING
  }

  public PaxosState {
    accepted = new TreeMap<>(accepted);
    chosen = new TreeMap<>(chosen);
    heard = new TreeMap<>(heard);
  }
}
