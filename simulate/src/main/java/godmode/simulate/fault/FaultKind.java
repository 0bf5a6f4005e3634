package godmode.simulate.fault;

/** What a protocol may promise to survive. */
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
  /** A machine does nothing for a while, and does not know. */
  PAUSE,
  /** A clock jumps, or goes too fast or too slow. */
  CLOCK,
  /** A link holds what is sent, and loses nothing. */
  CLOG,
  /** A site is cut off, with everybody there. */
  SITE
}
