package godmode.detectors;

import godmode.core.evidence.RepositorySnapshot;
import java.util.List;

/**
 * Reads one kind of unit: what a format means as a whole, such as a Compose project made of several
 * files. Readers parse, merge and resolve; they conclude nothing.
 *
 * <p>Found by {@code @AutoService(UnitReader.class)}, next to which
 * {@code @SuppressWarnings("rawtypes")} has to stand because the interface is generic.
 */
public interface UnitReader<T> {
  /** The kind of unit; each kind has one reader. */
  Class<T> type();

  /** Every unit of the snapshot, in an order that depends on the files only; never throws. */
  List<T> read(RepositorySnapshot snapshot, ProblemSink problems);
}
