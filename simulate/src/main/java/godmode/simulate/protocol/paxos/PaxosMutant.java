package godmode.simulate.protocol.paxos;

/** Paxos with one thing missing, to see what it is for. */
public enum PaxosMutant {
  /** A proposer proposes its own value, whatever was accepted before. */
  IGNORES_ACCEPTED,
  /** An acceptor forgets in a crash what it promised and accepted. */
  PROMISE_NOT_PERSISTED,
  /** Half of the acceptors are enough. */
  HALF_IS_MAJORITY,
  /** An acceptor answers before it has flushed. */
  NO_FLUSH
}
