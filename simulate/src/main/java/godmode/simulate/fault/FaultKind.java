package godmode.simulate.fault;

/** What can be drawn from a seed. */
public enum FaultKind {
  /** One node, half of the nodes, or some of them cannot talk to the others; one or both ways. */
  PARTITION,
  /** Each node sees another majority. */
  RING,
  /** A process ends and comes back with its disk. */
  CRASH,
  /** A machine loses its power, and what was not flushed. */
  POWER,
  /** A machine is replaced by an empty one. */
  WIPE,
  PAUSE,
  /** A clock jumps, or goes too fast or too slow. */
  CLOCK,
  CLOG
}
