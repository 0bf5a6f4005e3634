package godmode.simulate.protocol.paxos;

import java.util.Map;
import java.util.TreeMap;

/** What proposers and acceptors send each other. Ballots are numbered; each belongs to one node. */
public sealed interface PaxosMessage {
  /** A value that was accepted, and in which ballot. */
  record Accepted(int ballot, int value) {}

  /** Phase 1a, for this slot and all that follow. */
  record Prepare(int ballot, int slot) implements PaxosMessage {}

  /**
   * Phase 1b.
   *
   * @param accepted by slot: what this acceptor has accepted
   */
  record Promise(int ballot, Map<Integer, Accepted> accepted) implements PaxosMessage {
    public Promise {
      accepted = new TreeMap<>(accepted);
    }
  }

  /** Phase 2a. */
  record Accept(int ballot, int slot, int value) implements PaxosMessage {}

  /** Phase 2b. */
  record Voted(int ballot, int slot) implements PaxosMessage {}

  /** Another ballot is further. */
  record Refused(int ballot) implements PaxosMessage {}

  /** A value is chosen. */
  record Chosen(int slot, int value) implements PaxosMessage {}
}
