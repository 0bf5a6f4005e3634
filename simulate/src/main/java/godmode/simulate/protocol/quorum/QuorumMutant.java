package godmode.simulate.protocol.quorum;

/** The store with one thing missing, or with one thing that is not enough. */
enum QuorumMutant {
  /** Reads and writes wait for one node. */
  DISJOINT_QUORUMS,
  /** No read repair, no hints, and replicas compare nothing. */
  NO_REPAIR,
  /** A replica acknowledges before it has flushed. */
  NO_FLUSH,
  /** A read answers before enough nodes have what it found. */
  NO_WRITE_BACK,
  /** A hint counts as an answer to a write, as in a sloppy quorum. */
  HINTS_COUNT,
  /** A write is as late as the clock of its coordinator says: the last writer wins. */
  WALL_CLOCK
}
