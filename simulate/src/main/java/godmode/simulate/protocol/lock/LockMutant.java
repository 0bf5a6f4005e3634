package godmode.simulate.protocol.lock;

/** The lock with one thing missing, to see what it is for. */
enum LockMutant {
  /** The store takes writes with any token. */
  NO_FENCING,
  /** The lock does not flush a grant. */
  FORGOTTEN_GRANT,
  /** The lock takes itself for free when it comes back. */
  HASTY_SERVICE,
  /** A holder counts its lease from when the grant arrives, not from when it asked. */
  LATE_COUNT,
  /** The store answers a write before it is flushed. */
  FORGETFUL_STORE
}
