package ${it.packageName()};

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Where a lease is kept; changes are made by compare-and-set. */
public interface LeaseStore {
  /**
   * What is stored.
   *
   * @param holder empty where nobody has it
   * @param seconds after which others may take it, counted from when they saw its last change
   * @param renewed by the clock of the holder; for people, not for decisions
   * @param transitions how often the holder has changed
   */
  record Lease(String holder, int seconds, Instant renewed, int transitions) {}

  /**
   * A lease as it was read.
   *
   * @param version changes with every write
   */
  record Versioned(Lease lease, String version) {}

  /** Nothing where it has never been created. */
  Optional<Versioned> read() throws IOException, InterruptedException;

  /** False where somebody else was first. */
  boolean create(Lease lease) throws IOException, InterruptedException;

  /** False where it is not of this version any more. */
  boolean replace(Lease lease, String version) throws IOException, InterruptedException;
}
