package godmode.simulate.explore;

/**
 * A mechanism: the worlds it can be in, and what can happen next. Pure: the same world has the same
 * moves in the same order, and nothing but the world decides. Only the order of events is modelled,
 * not how long they take.
 *
 * @param <W> a world; a value with {@code equals} over everything that matters later
 * @param <A> what happens, as a value that a {@link Telling} puts into words
 */
public interface Model<W extends Record, A> {
  /** The world in which everything begins. */
  W start();

  /** Says everything that can happen next. */
  void moves(W world, Moves<W, A> out);

  /**
   * One world out of all that differ from this one only in which of several equal nodes is which.
   * The search keeps one of each; schedules are told without it.
   */
  default W canonical(W world) {
    return world;
  }
}
