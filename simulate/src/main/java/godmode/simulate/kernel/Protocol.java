package godmode.simulate.kernel;

/**
 * What one node does. Pure: the same state and the same input give the same state and the same
 * effects; effects go to the outbox and never happen here. States are values.
 *
 * @param <S> what a node knows
 * @param <M> what nodes send each other
 */
public interface Protocol<S, M> {
  /** The state of a node that was never started before. */
  S start(int self, Outbox<M> out);

  /** The state after a message. */
  S receive(S state, int from, M message, Outbox<M> out);

  /** The state after a timer that this node armed. */
  S expire(S state, int timer, Outbox<M> out);

  /**
   * The state of a node that comes back after a crash.
   *
   * @param disk the state when it last wrote, of which only what a disk holds may be used
   */
  S restart(S disk, int self, Outbox<M> out);
}
