package godmode.simulate.protocol.lock;

import java.util.Optional;

/**
 * A lock and who uses it. Times in nanoseconds.
 *
 * @param lease for how long a grant is good
 * @param work how long a holder works at most, before it writes
 * @param pauses mean time between two turns
 * @param until nobody begins a turn after this time
 * @param looks before it writes a holder looks whether its lease has ended, by its own clock; it
 *     may still be paused between the look and the write
 */
record LockOptions(
    long lease, long work, long pauses, long until, boolean looks, Optional<LockMutant> mutant) {
  /** The node that grants. */
  static final int LOCK = 0;

  /** The node that is written to. */
  static final int STORE = 1;

  /** Who takes turns comes after the two. */
  static final int HOLDERS = 2;

  LockOptions {
    if (lease < 1 || work < 1 || pauses < 1) {
      throw new IllegalArgumentException("lease, work and between-turns are times above 0");
    }
  }

  boolean lacks(LockMutant what) {
    return mutant.isPresent() && mutant.get() == what;
  }
}
