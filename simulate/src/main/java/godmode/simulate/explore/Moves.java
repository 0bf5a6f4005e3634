package godmode.simulate.explore;

/** Takes down what can happen next in a world. */
public interface Moves<W, A> {
  /** Something that the system does. */
  void step(A action, W next);

  /**
   * Something that happens to the system: a crash, a cut, a pause. Whoever waits cannot count on
   * it.
   */
  void fault(A action, W next);
}
