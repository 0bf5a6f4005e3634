package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One item kept on several nodes, of which some answer a read and some acknowledge a write
 * (Gifford, Weighted Voting for Replicated Data, SOSP 1979). One writer writes versions 1, 2 … one
 * after the other; readers read once each. Requests reach nodes in any order, or never; nodes do
 * not fail.
 *
 * @param nodes that keep the item, up to 8
 * @param read answers after which a read returns the newest of them
 * @param write nodes after which a write is acknowledged
 * @param writes how many, up to 3
 * @param readers how many, up to 2
 * @param writeBack whether a read first stores what it is about to return on so many nodes as a
 *     write (Attiya, Bar-Noy and Dolev, JACM 42(1), 1995)
 * @param together whether a read must not miss either what another one returned before it began
 */
public record QuorumRegister(
    int nodes, int read, int write, int writes, int readers, boolean writeBack, boolean together)
    implements Model<QuorumRegister.World, QuorumRegister.Action> {
  private static final int VERSION_BITS = 2;
  private static final int VERSION = (1 << VERSION_BITS) - 1;
  private static final int NODES = 8;

  /** What can happen. */
  public enum Act {
    BEGIN_WRITE,
    STORE,
    BEGIN_READ,
    ANSWER,
    STORE_BACK
  }

  /**
   * One of them.
   *
   * @param by the version that is written, or the reader, from 0
   * @param node from 0; -1 where none is concerned
   */
  public record Action(Act act, int by, int node) {}

  /**
   * A reader; node sets are bit masks.
   *
   * @param floor the newest version it must not miss; -1 before it begins
   * @param best the newest version among the answers
   * @param shown what it returned; -1 before
   */
  public record Reader(int floor, int answered, int best, int storedBack, int shown) {}

  /**
   * What each node keeps, and who has heard from whom.
   *
   * @param stored two bits for each node: its version
   * @param took eight bits for each version: the nodes that took it from the writer
   * @param begun the newest version that is being written
   * @param acknowledged the newest version that the writer knows to be safe
   */
  public record World(int stored, int took, int begun, int acknowledged, List<Reader> readers) {
    /** The version on a node. */
    public int version(int node) {
      return stored >> (VERSION_BITS * node) & VERSION;
    }
  }

  /** No reader returns less than its floor. */
  public static final Property<World> FRESH =
      Property.always(
          world -> world.readers.stream().allMatch(r -> r.shown < 0 || r.shown >= r.floor));

  /** A write is acknowledged, and a read returns. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("a write was acknowledged", world -> world.acknowledged > 0),
          new Goal<>(
              "a read that began after it returned",
              world -> world.readers.stream().anyMatch(r -> r.shown >= 0 && r.floor > 0)));

  /** A register of which readers must agree with each other, too. */
  public QuorumRegister(
      int nodes, int read, int write, int writes, int readers, boolean writeBack) {
    this(nodes, read, write, writes, readers, writeBack, true);
  }

  public QuorumRegister {
    if (nodes < 1 || nodes > NODES || read < 1 || write < 1 || read > nodes || write > nodes) {
      throw new IllegalArgumentException(
          "of "
              + nodes
              + " nodes "
              + read
              + " answer reads and "
              + write
              + " take writes; both are 1 to all, and the model has 1 to "
              + NODES
              + " nodes");
    }
    if (writes < 1 || writes > VERSION || readers < 1 || readers > 2) {
      throw new IllegalArgumentException(
          writes + " writes and " + readers + " readers; the model has 1 to 3 and 1 or 2");
    }
  }

  @Override
  public World start() {
    List<Reader> idle = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      idle.add(new Reader(-1, 0, 0, 0, -1));
    }
    return new World(0, 0, 0, 0, List.copyOf(idle));
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    if (w.begun == w.acknowledged && w.begun < writes) {
      out.step(
          new Action(Act.BEGIN_WRITE, w.begun + 1, -1),
          new World(w.stored, w.took, w.begun + 1, w.acknowledged, w.readers));
    }
    for (int version = 1; version <= w.begun; version++) {
      for (int node = 0; node < nodes; node++) {
        store(w, version, node, out);
      }
    }
    for (int i = 0; i < readers; i++) {
      reader(w, i, out);
    }
  }

  private void store(World w, int version, int node, Moves<World, Action> out) {
    int bit = 1 << (NODES * (version - 1) + node);
    if ((w.took & bit) != 0) {
      return;
    }
    int took = w.took | bit;
    int count = Integer.bitCount(took >> (NODES * (version - 1)) & 0xff);
    int acknowledged = count >= write ? Math.max(w.acknowledged, version) : w.acknowledged;
    out.step(
        new Action(Act.STORE, version, node),
        new World(newer(w, node, version), took, w.begun, acknowledged, w.readers));
  }

  private static int newer(World w, int node, int version) {
    int shift = VERSION_BITS * node;
    return w.version(node) >= version
        ? w.stored
        : (w.stored & ~(VERSION << shift)) | (version << shift);
  }

  private void reader(World w, int i, Moves<World, Action> out) {
    Reader r = w.readers.get(i);
    if (r.floor < 0) {
      int floor = w.acknowledged;
      for (Reader other : w.readers) {
        floor = together ? Math.max(floor, other.shown) : floor;
      }
      out.step(
          new Action(Act.BEGIN_READ, i, -1), with(w, w.stored, i, new Reader(floor, 0, 0, 0, -1)));
      return;
    }
    if (r.shown >= 0) {
      return;
    }
    boolean answered = Integer.bitCount(r.answered) == read;
    for (int node = 0; node < nodes; node++) {
      int bit = 1 << node;
      if (!answered && (r.answered & bit) == 0) {
        int best = Math.max(r.best, w.version(node));
        int count = Integer.bitCount(r.answered | bit);
        int shown = count == read && !writeBack ? best : -1;
        out.step(
            new Action(Act.ANSWER, i, node),
            with(w, w.stored, i, new Reader(r.floor, r.answered | bit, best, 0, shown)));
      }
      if (answered && (r.storedBack & bit) == 0) {
        int storedBack = r.storedBack | bit;
        int shown = Integer.bitCount(storedBack) == write ? r.best : -1;
        out.step(
            new Action(Act.STORE_BACK, i, node),
            with(
                w,
                newer(w, node, r.best),
                i,
                new Reader(r.floor, r.answered, r.best, storedBack, shown)));
      }
    }
  }

  private static World with(World w, int stored, int i, Reader reader) {
    List<Reader> next = new ArrayList<>(w.readers);
    next.set(i, reader);
    return new World(stored, w.took, w.begun, w.acknowledged, List.copyOf(next));
  }

  /** Nodes are equal, and so are readers: sorts readers, and then what is known of each node. */
  @Override
  public World canonical(World w) {
    int order = readers == 2 ? order(w.readers.get(0), w.readers.get(1)) : -1;
    World one = order > 0 ? swapped(w) : w;
    int[] columns = columns(one);
    if (order == 0) {
      World two = swapped(w);
      int[] other = columns(two);
      if (Arrays.compare(other, columns) < 0) {
        return fromColumns(two, other);
      }
    }
    return fromColumns(one, columns);
  }

  private static int order(Reader first, Reader second) {
    if (first.shown != second.shown) {
      return Integer.compare(first.shown, second.shown);
    }
    return first.floor != second.floor
        ? Integer.compare(first.floor, second.floor)
        : Integer.compare(first.best, second.best);
  }

  private static World swapped(World w) {
    return new World(
        w.stored, w.took, w.begun, w.acknowledged, List.of(w.readers.get(1), w.readers.get(0)));
  }

  /** What is known of each node, sorted. */
  private int[] columns(World w) {
    int[] columns = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      int column = w.version(node);
      for (int version = 0; version < writes; version++) {
        column = column << 1 | (w.took >> (NODES * version + node) & 1);
      }
      for (Reader r : w.readers) {
        column = column << 2 | (r.answered >> node & 1) << 1 | (r.storedBack >> node & 1);
      }
      columns[node] = column;
    }
    Arrays.sort(columns);
    return columns;
  }

  private World fromColumns(World w, int[] columns) {
    int stored = 0;
    int took = 0;
    int[] answered = new int[readers];
    int[] storedBack = new int[readers];
    for (int node = 0; node < nodes; node++) {
      int column = columns[node];
      for (int i = readers - 1; i >= 0; i--) {
        storedBack[i] |= (column & 1) << node;
        answered[i] |= (column >> 1 & 1) << node;
        column >>= 2;
      }
      for (int version = writes - 1; version >= 0; version--) {
        took |= (column & 1) << (NODES * version + node);
        column >>= 1;
      }
      stored |= column << (VERSION_BITS * node);
    }
    List<Reader> sorted = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      Reader r = w.readers.get(i);
      sorted.add(new Reader(r.floor, answered[i], r.best, storedBack[i], r.shown));
    }
    return new World(stored, took, w.begun, w.acknowledged, List.copyOf(sorted));
  }
}
