package godmode.simulate.model;

import godmode.simulate.explore.Packed;
import godmode.simulate.explore.PackedMoves;
import godmode.simulate.model.QuorumRegister.Reader;
import godmode.simulate.model.QuorumRegister.World;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link QuorumRegister} in two longs. The first holds, from the low bits on, 16 bits of what nodes
 * store, 24 of which nodes took which version, 2 of the newest version begun and 2 of the newest
 * acknowledged. The second holds 24 bits for each reader: 8 of who answered, 8 of where it stored
 * back, 2 of the best answer, 3 of its floor and 3 of what it showed, both plus one.
 *
 * @param folds whether worlds that differ only in which node is which are one
 */
public record PackedQuorumRegister(QuorumRegister model, boolean folds) implements Packed<World> {
  private static final int NODES = 8;
  private static final int TOOK = 16;
  private static final int BEGUN = 40;
  private static final int ACKNOWLEDGED = 42;
  private static final int READER_BITS = 24;
  private static final long READER = (1L << READER_BITS) - 1;
  private static final int BACK = 8;
  private static final int BEST = 16;
  private static final int FLOOR = 18;
  private static final int SHOWN = 21;
  private static final int COLUMNS = 8;

  @Override
  public int longs() {
    return 2;
  }

  @Override
  public void pack(World w, long[] to) {
    to[0] =
        w.stored()
            | (long) w.took() << TOOK
            | (long) w.begun() << BEGUN
            | (long) w.acknowledged() << ACKNOWLEDGED;
    to[1] = 0;
    for (int i = 0; i < w.readers().size(); i++) {
      Reader r = w.readers().get(i);
      long bits =
          r.answered()
              | (long) r.storedBack() << BACK
              | (long) r.best() << BEST
              | (long) (r.floor() + 1) << FLOOR
              | (long) (r.shown() + 1) << SHOWN;
      to[1] |= bits << (READER_BITS * i);
    }
  }

  @Override
  public World unpack(long[] from) {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < model.readers(); i++) {
      long bits = from[1] >> (READER_BITS * i);
      readers.add(
          new Reader(
              (int) (bits >> FLOOR & 7) - 1,
              (int) (bits & 0xff),
              (int) (bits >> BEST & 3),
              (int) (bits >> BACK & 0xff),
              (int) (bits >> SHOWN & 7) - 1));
    }
    return new World(
        (int) (from[0] & 0xffff),
        (int) (from[0] >> TOOK & 0xffffff),
        (int) (from[0] >> BEGUN & 3),
        (int) (from[0] >> ACKNOWLEDGED & 3),
        List.copyOf(readers));
  }

  @Override
  public boolean holds(long[] world) {
    for (int i = 0; i < model.readers(); i++) {
      long bits = world[1] >> (READER_BITS * i);
      long shown = bits >> SHOWN & 7;
      if (shown != 0 && shown < (bits >> FLOOR & 7)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean waits(long[] world) {
    return false;
  }

  @Override
  public void moves(long[] w, PackedMoves out) {
    int begun = (int) (w[0] >> BEGUN & 3);
    int acknowledged = (int) (w[0] >> ACKNOWLEDGED & 3);
    if (begun == acknowledged && begun < model.writes()) {
      out.next()[0] += 1L << BEGUN;
      out.step();
    }
    for (int version = 1; version <= begun; version++) {
      for (int node = 0; node < model.nodes(); node++) {
        long bit = 1L << (TOOK + NODES * (version - 1) + node);
        if ((w[0] & bit) == 0) {
          store(w[0] | bit, version, node, acknowledged, out);
        }
      }
    }
    for (int i = 0; i < model.readers(); i++) {
      reader(w, i, out);
    }
  }

  private void store(long took, int version, int node, int acknowledged, PackedMoves out) {
    long next = newer(took, node, version);
    int nodes = (int) (took >> (TOOK + NODES * (version - 1)) & 0xff);
    if (Integer.bitCount(nodes) >= model.write() && version > acknowledged) {
      next += (long) (version - acknowledged) << ACKNOWLEDGED;
    }
    out.next()[0] = next;
    out.step();
  }

  private static long newer(long w, int node, int version) {
    int shift = 2 * node;
    long present = w >> shift & 3;
    return present >= version ? w : w + ((version - present) << shift);
  }

  private void reader(long[] w, int i, PackedMoves out) {
    int shift = READER_BITS * i;
    long bits = w[1] >> shift;
    if ((bits >> FLOOR & 7) == 0) {
      long floor = (w[0] >> ACKNOWLEDGED & 3) + 1;
      for (int other = 0; model.together() && other < model.readers(); other++) {
        floor = Math.max(floor, w[1] >> (READER_BITS * other + SHOWN) & 7);
      }
      out.next()[1] += floor << (shift + FLOOR);
      out.step();
      return;
    }
    if ((bits >> SHOWN & 7) != 0) {
      return;
    }
    int answers = (int) (bits & 0xff);
    int back = (int) (bits >> BACK & 0xff);
    long best = bits >> BEST & 3;
    boolean answered = Integer.bitCount(answers) == model.read();
    for (int node = 0; node < model.nodes(); node++) {
      int bit = 1 << node;
      if (!answered && (answers & bit) == 0) {
        long newest = Math.max(best, w[0] >> (2 * node) & 3);
        boolean shows = Integer.bitCount(answers) + 1 == model.read() && !model.writeBack();
        out.next()[1] +=
            ((long) bit | (newest - best) << BEST | (shows ? newest + 1 : 0) << SHOWN) << shift;
        out.step();
      }
      if (answered && (back & bit) == 0) {
        boolean shows = Integer.bitCount(back) + 1 == model.write();
        out.next()[0] = newer(w[0], node, (int) best);
        out.next()[1] += ((long) bit << BACK | (shows ? best + 1 : 0) << SHOWN) << shift;
        out.step();
      }
    }
  }

  /**
   * Nodes are equal, and so are readers: sorts readers, and then what is known of each node, as one
   * column of bits.
   */
  @Override
  public void canonical(long[] w) {
    if (!folds) {
      return;
    }
    boolean tie = false;
    if (model.readers() == 2) {
      long first = w[1] >> BEST & 0xff;
      long second = w[1] >> (READER_BITS + BEST) & 0xff;
      if (first > second) {
        w[1] = (w[1] & READER) << READER_BITS | (w[1] >> READER_BITS & READER);
      }
      tie = first == second;
    }
    long low = 0;
    long high = 0;
    int last = -1;
    boolean sorted = true;
    for (int node = 0; node < model.nodes(); node++) {
      int column = column(w, node);
      sorted = sorted && last <= column;
      last = column;
      if (node < COLUMNS / 2) {
        low |= (long) column << (16 * node);
      } else {
        high |= (long) column << (16 * (node - COLUMNS / 2));
      }
    }
    if (tie) {
      write(w, smaller(sorted(low, high), sorted(exchanged(low), exchanged(high))));
    } else if (!sorted) {
      write(w, sorted(low, high));
    }
  }

  /** The same columns with what they say of both readers exchanged. */
  private static long exchanged(long columns) {
    long first = columns & 0x0003_0003_0003_0003L;
    long second = columns & 0x000c_000c_000c_000cL;
    return (columns & ~0x000f_000f_000f_000fL) | (first << 2) | (second >> 2);
  }

  private long[] smaller(long[] one, long[] other) {
    for (int node = 0; node < model.nodes(); node++) {
      long difference = at(one, node) - at(other, node);
      if (difference != 0) {
        return difference < 0 ? one : other;
      }
    }
    return one;
  }

  private int column(long[] w, int node) {
    int column = (int) (w[0] >> (2 * node) & 3);
    for (int version = 0; version < model.writes(); version++) {
      column = column << 1 | (int) (w[0] >> (TOOK + NODES * version + node) & 1);
    }
    for (int i = 0; i < model.readers(); i++) {
      long bits = w[1] >> (READER_BITS * i);
      column = column << 2 | (int) (bits >> node & 1) << 1 | (int) (bits >> (BACK + node) & 1);
    }
    return column;
  }

  private long[] sorted(long low, long high) {
    long[] halves = {low, high};
    for (int i = 1; i < model.nodes(); i++) {
      for (int j = i; j > 0 && at(halves, j - 1) > at(halves, j); j--) {
        swap(halves, j);
      }
    }
    return halves;
  }

  private static long at(long[] halves, int i) {
    return halves[i >> 2] >> (16 * (i & 3)) & 0xffff;
  }

  private static void swap(long[] halves, int j) {
    long before = at(halves, j - 1);
    long after = at(halves, j);
    halves[(j - 1) >> 2] += (after - before) << (16 * ((j - 1) & 3));
    halves[j >> 2] += (before - after) << (16 * (j & 3));
  }

  private void write(long[] w, long[] columns) {
    long first = w[0] & ~((1L << BEGUN) - 1);
    long second = 0;
    for (int i = 0; i < model.readers(); i++) {
      second |= (w[1] >> (READER_BITS * i) & 0xff0000) << (READER_BITS * i);
    }
    for (int node = 0; node < model.nodes(); node++) {
      long column = at(columns, node);
      for (int i = model.readers() - 1; i >= 0; i--) {
        second |= (column & 1) << (READER_BITS * i + BACK + node);
        second |= (column >> 1 & 1) << (READER_BITS * i + node);
        column >>= 2;
      }
      for (int version = model.writes() - 1; version >= 0; version--) {
        first |= (column & 1) << (TOOK + NODES * version + node);
        column >>= 1;
      }
      first |= column << (2 * node);
    }
    w[0] = first;
    w[1] = second;
  }
}
