package godmode.simulate.explore;

/**
 * The same mechanism on worlds of a fixed number of longs, for searches too large for records. It
 * has the moves of its {@link Model}, in the same order; a test compares the two graphs.
 */
public interface Packed<W extends Record> {
  /** How many longs a world takes. */
  int longs();

  /** Writes a world. */
  void pack(W world, long[] to);

  /** Reads a world. */
  W unpack(long[] from);

  /** Says everything that can happen next. */
  void moves(long[] world, PackedMoves out);

  /** Whether nothing has gone wrong; the property of the scenario. */
  boolean holds(long[] world);

  /** Whether somebody waits; the property of the scenario. */
  boolean waits(long[] world);

  /** Makes of a world the one that stands for all that are equal to it but for names. */
  default void canonical(long[] world) {}
}
