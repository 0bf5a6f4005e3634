package godmode.simulate.protocol.raft;

/** Raft with one thing missing, to see what it is for. */
public enum RaftMutant {
  /** A leader commits entries of earlier terms by counting copies (thesis, figure 3.7). */
  OLD_TERM_COMMIT,
  /** A vote is given to a candidate whose log is behind. */
  NO_UP_TO_DATE_CHECK,
  /** A vote is forgotten in a crash. */
  VOTE_NOT_PERSISTED,
  /** Half of the votes are enough. */
  HALF_IS_MAJORITY,
  /** A change of members does not wait for the one before, nor for an entry of this term. */
  PREMATURE_MEMBERSHIP,
  /** A server votes as soon as it is asked in, whatever its log lacks. */
  NO_CATCH_UP,
  /** A leader answers reads without asking whether it still is one. */
  UNCONFIRMED_READ,
  /** Votes and entries are acknowledged before they are flushed. */
  NO_FLUSH
}
