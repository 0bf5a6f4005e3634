package ${it.packageName()};

import java.util.List;
import java.util.Optional;

/** What servers send each other. Messages may be lost, doubled, late and out of order. */
public sealed interface PaxosMessage {
  /** The ballot of the leader that asks, or is answered. */
  long ballot();

  /** Phase 1, for all slots behind an index: asks for a promise, and for what was accepted. */
  record Prepare(long ballot, long index) implements PaxosMessage {}

  /**
   * A promise to take part in no lower ballot.
   *
   * @param accepted behind the index
   * @param snapshot if it replaces something behind the index
   */
  record Promise(
      long ballot, List<PaxosRecord.Accepted> accepted, Optional<PaxosRecord.Snapshot> snapshot)
      implements PaxosMessage {}

  /**
   * Phase 2, for several slots; without any it is a heartbeat.
   *
   * @param commit up to where everything is chosen
   * @param round grows with every heartbeat of a leader; the answer repeats it
   */
  record Accept(long ballot, List<PaxosRecord.Entry> entries, long commit, long round)
      implements PaxosMessage {}

  /** A snapshot, for who lacks what the leader does not have any more. */
  record Install(long ballot, PaxosRecord.Snapshot snapshot, long round) implements PaxosMessage {}

  /** The sender has everything up to this index as the leader of this ballot has it. */
  record Accepted(long ballot, long index, long round) implements PaxosMessage {}

  /** The sender has promised this higher ballot. */
  record Refused(long ballot) implements PaxosMessage {}
}
