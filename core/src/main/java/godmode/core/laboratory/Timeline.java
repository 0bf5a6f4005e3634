package godmode.core.laboratory;

import java.util.List;

/**
 * What happened between nodes, in order of time.
 *
 * @param nodes names, servers first
 * @param isWhole nothing was left out
 */
public record Timeline(List<String> nodes, List<Happening> happenings, boolean isWhole) {
  public Timeline {
    nodes = List.copyOf(nodes);
    happenings = List.copyOf(happenings);
  }

  /** What kind of thing happened. */
  public enum Kind {
    MESSAGE,
    /** A message that never arrived. */
    LOST,
    /** A node changed what it takes itself for. */
    CHANGE,
    FAULT,
    VIOLATION
  }

  /**
   * One thing.
   *
   * @param at in nanoseconds
   * @param node where, as an index
   * @param to the receiver of a message; else the node
   * @param arrives when the message arrives; else the same time
   */
  public record Happening(Kind kind, long at, int node, int to, long arrives, String text) {}
}
