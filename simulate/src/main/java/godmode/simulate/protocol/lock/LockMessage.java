package godmode.simulate.protocol.lock;

/** What holders, lock and store send each other. */
public sealed interface LockMessage {
  /**
   * A holder wants the lock.
   *
   * @param request a number by chance: who comes back after a crash is not taken for who it was
   */
  record Acquire(int request) implements LockMessage {}

  /**
   * It has it.
   *
   * @param token a number that grows with every grant
   */
  record Granted(int request, long token) implements LockMessage {}

  /** It does not need it any more. */
  record Release(long token) implements LockMessage {}

  /** It changes what the lock guards. */
  record Write(long token) implements LockMessage {}

  /** The store says whether it did. */
  record Wrote(long token, boolean isAccepted) implements LockMessage {}
}
