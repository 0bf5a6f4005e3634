package godmode.simulate.kernel;

import godmode.simulate.fault.Fault;

/** Watches a run. It may not change anything. Times are in nanoseconds. */
public interface Observer<M> {
  /** A message that never arrives. */
  long LOST = -1;

  /** A message was sent, and will arrive then; {@link #LOST} if it will not. */
  default void sent(long now, int from, int to, M message, long arrives) {}

  /** A message was taken by its receiver. */
  default void received(long now, int from, int to, M message) {}

  /** A message arrived where nobody takes it: the node is down, or a cut came between. */
  default void dropped(long now, int from, int to, M message) {}

  /** A timer fired. */
  default void fired(long now, int node, int timer) {}

  /** A node has made a step. */
  default void stepped(long now, int node, Object before, Object after) {}

  /** A fault began, or ended. */
  default void fault(long now, Fault fault, boolean begins) {}

  /** A node came back after a crash. */
  default void restarted(long now, int node, Object state) {}
}
