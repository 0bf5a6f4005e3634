package godmode.simulate.explore;

/** Takes down what can happen next: the model fills {@link #next}, then says what kind it is. */
public interface PackedMoves {
  /** Where the next world is written; it holds the present one whenever a move begins. */
  long[] next();

  /** Something that the system does. */
  void step();

  /** Something that happens to the system. */
  void fault();
}
