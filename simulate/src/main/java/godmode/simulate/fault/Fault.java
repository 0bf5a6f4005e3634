package godmode.simulate.fault;

import java.util.ArrayList;
import java.util.List;

/** Something that happens to a system, from a moment on and for a while, in nanoseconds. */
public sealed interface Fault {
  /** When it begins. */
  long at();

  /** For how long; 0 where there is no end. */
  long lasts();

  /** The nodes that it is about, from 0. */
  List<Integer> nodes();

  /** Which way nothing passes. */
  enum Way {
    BOTH,
    /** What they send arrives; nothing arrives at them. */
    IN,
    /** What is sent to them arrives; nothing they send does. */
    OUT
  }

  /** What a crash leaves on the disk. */
  enum Disk {
    /** Everything that was written: the process ended, the machine did not. */
    KEPT,
    /** What was flushed: the machine lost its power. */
    UNSYNCED,
    /** Nothing: the machine was replaced. */
    LOST
  }

  /**
   * Some nodes cannot talk to the others.
   *
   * @param nodes one side: one node isolates it, half of them halves the cluster
   */
  record Partition(long at, long lasts, List<Integer> nodes, Way way) implements Fault {
    public Partition {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * A site is cut off from the others, clients included.
   *
   * @param site its name
   * @param nodes everybody there
   */
  record Site(long at, long lasts, String site, List<Integer> nodes, Way way) implements Fault {
    public Site {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * Each node sees a majority, and no two see the same one.
   *
   * @param nodes the ring, in order: neighbours see each other
   */
  record Ring(long at, long lasts, List<Integer> nodes) implements Fault {
    public Ring {
      nodes = List.copyOf(nodes);
    }

    /** Whether two places on the ring see each other. */
    public boolean sees(int one, int other) {
      int n = nodes.size();
      int distance = Math.abs(one - other);
      distance = Math.min(distance, n - distance);
      boolean all = n / 2 <= (n / 2 + 1) / 2;
      return all ? Math.abs(one - other) < n - 1 || n < 3 : distance <= (n / 2 + 1) / 2;
    }
  }

  /** A node stops and comes back; with {@code lasts} 0 it does not. */
  record Crash(long at, long lasts, int node, Disk disk) implements Fault {
    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }
  }

  /** A node does nothing for a while, and does not know: a collection, a suspended machine. */
  record Pause(long at, long lasts, int node) implements Fault {
    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }
  }

  /**
   * A clock goes wrong.
   *
   * @param step added to what it shows at once
   * @param drift how much too fast it goes from then on, in parts per million
   */
  record Clock(long at, int node, long step, int drift) implements Fault {
    @Override
    public long lasts() {
      return 0;
    }

    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }
  }

  /** A link holds what is sent until it ends; nothing is lost. */
  record Clog(long at, long lasts, int from, int to) implements Fault {
    @Override
    public List<Integer> nodes() {
      return List.of(from, to);
    }
  }

  /**
   * The links, as sender times nodes plus receiver, over which nothing passes while this lasts.
   *
   * @param nodes among whom: servers, or everybody if a site is cut off
   */
  default List<Integer> cuts(int nodes) {
    List<Integer> links = new ArrayList<>();
    for (int from = 0; from < nodes; from++) {
      for (int to = 0; to < nodes; to++) {
        if (from != to && cuts(from, to)) {
          links.add(from * nodes + to);
        }
      }
    }
    return links;
  }

  private boolean cuts(int from, int to) {
    if (this instanceof Partition cut) {
      return cuts(cut.nodes(), cut.way(), from, to);
    }
    if (this instanceof Site cut) {
      return cuts(cut.nodes(), cut.way(), from, to);
    }
    if (this instanceof Ring ring) {
      int one = ring.nodes().indexOf(from);
      int other = ring.nodes().indexOf(to);
      return one >= 0 && other >= 0 && !ring.sees(one, other);
    }
    return false;
  }

  private static boolean cuts(List<Integer> side, Way way, int from, int to) {
    boolean leaves = side.contains(from) && !side.contains(to);
    boolean enters = side.contains(to) && !side.contains(from);
    return (leaves && way != Way.IN) || (enters && way != Way.OUT);
  }
}
