package godmode.simulate.model;

import godmode.simulate.explore.Packed;
import godmode.simulate.explore.PackedMoves;
import godmode.simulate.model.QuorumRegister.Reader;
import godmode.simulate.model.QuorumRegister.World;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link QuorumRegister} in one long where it fits, else in two. From the low bits on: two bits of
 * what each node stores, a bit for each node that took a version, for each version; 2 of the newest
 * version begun and 2 of the newest acknowledged. Then, or in the second long, for each reader: a
 * bit for each node that answered, one for each where it stored back, if it does; 2 of the best
 * answer, 3 of its floor and 3 of what it showed, both plus one.
 */
public final class PackedQuorumRegister implements Packed<World> {
  private static final int COLUMNS = 8;

  private final QuorumRegister model;
  private final boolean folds;
  private final int nodes;
  private final long everyNode;
  private final int took;
  private final int begun;
  private final int acknowledged;
  private final int readerWord;
  private final int readerStart;
  private final int readerBits;
  private final int back;
  private final long everyBack;
  private final int best;
  private final int floor;
  private final int shown;

  /**
   * @param folds whether worlds that differ only in which node is which are one
   */
  public PackedQuorumRegister(QuorumRegister model, boolean folds) {
    this.model = model;
    this.folds = folds;
    nodes = model.nodes();
    everyNode = (1L << nodes) - 1;
    took = 2 * nodes;
    begun = took + nodes * model.writes();
    acknowledged = begun + 2;
    back = nodes;
    everyBack = model.writeBack() ? everyNode : 0;
    best = model.writeBack() ? 2 * nodes : nodes;
    floor = best + 2;
    shown = floor + 3;
    readerBits = shown + 3;
    boolean fits = acknowledged + 2 + readerBits * model.readers() <= Long.SIZE;
    readerWord = fits ? 0 : 1;
    readerStart = fits ? acknowledged + 2 : 0;
  }

  /** The same mechanism on records. */
  public QuorumRegister model() {
    return model;
  }

  @Override
  public int longs() {
    return readerWord + 1;
  }

  @Override
  public void pack(World w, long[] to) {
    to[readerWord] = 0;
    to[0] = w.stored() | (long) w.begun() << begun | (long) w.acknowledged() << acknowledged;
    for (int version = 0; version < model.writes(); version++) {
      to[0] |= (w.took() >> (8 * version) & everyNode) << (took + nodes * version);
    }
    for (int i = 0; i < model.readers(); i++) {
      Reader r = w.readers().get(i);
      long bits =
          r.answered()
              | (long) r.storedBack() << back
              | (long) r.best() << best
              | (long) (r.floor() + 1) << floor
              | (long) (r.shown() + 1) << shown;
      to[readerWord] |= bits << reader(i);
    }
  }

  @Override
  public World unpack(long[] from) {
    int takers = 0;
    for (int version = 0; version < model.writes(); version++) {
      takers |= (int) (from[0] >> (took + nodes * version) & everyNode) << (8 * version);
    }
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < model.readers(); i++) {
      long bits = from[readerWord] >> reader(i);
      readers.add(
          new Reader(
              (int) (bits >> floor & 7) - 1,
              (int) (bits & everyNode),
              (int) (bits >> best & 3),
              (int) (bits >> back & everyBack),
              (int) (bits >> shown & 7) - 1));
    }
    return new World(
        (int) (from[0] & (1L << took) - 1),
        takers,
        (int) (from[0] >> begun & 3),
        (int) (from[0] >> acknowledged & 3),
        List.copyOf(readers));
  }

  /** Where the bits of a reader begin. */
  private int reader(int i) {
    return readerStart + readerBits * i;
  }

  @Override
  public boolean holds(long[] world) {
    for (int i = 0; i < model.readers(); i++) {
      long bits = world[readerWord] >> reader(i);
      long seen = bits >> shown & 7;
      if (seen != 0 && seen < (bits >> floor & 7)) {
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
    long write = w[0];
    int newest = (int) (write >> begun & 3);
    int safe = (int) (write >> acknowledged & 3);
    if (newest == safe && newest < model.writes()) {
      out.next()[0] += 1L << begun;
      out.step();
    }
    for (int version = 1; version <= newest; version++) {
      long missing = ~(write >> (took + nodes * (version - 1))) & everyNode;
      for (; missing != 0; missing &= missing - 1) {
        store(write, version, Long.numberOfTrailingZeros(missing), safe, out);
      }
    }
    for (int i = 0; i < model.readers(); i++) {
      reader(write, w[readerWord], i, out);
    }
  }

  private void store(long w, int version, int node, int safe, PackedMoves out) {
    int takers = took + nodes * (version - 1);
    long next = newer(w, node, version) | 1L << (takers + node);
    if (version > safe && Long.bitCount(next >> takers & everyNode) >= model.write()) {
      next += (long) (version - safe) << acknowledged;
    }
    out.next()[0] = next;
    out.step();
  }

  private static long newer(long w, int node, int version) {
    int shift = 2 * node;
    long present = w >> shift & 3;
    return present >= version ? w : w + ((version - present) << shift);
  }

  private void reader(long write, long readers, int i, PackedMoves out) {
    int shift = reader(i);
    long bits = readers >> shift;
    if ((bits >> floor & 7) == 0) {
      long least = (write >> acknowledged & 3) + 1;
      for (int other = 0; model.together() && other < model.readers(); other++) {
        least = Math.max(least, readers >> (reader(other) + shown) & 7);
      }
      out.next()[readerWord] += least << (shift + floor);
      out.step();
      return;
    }
    if ((bits >> shown & 7) != 0) {
      return;
    }
    long newest = bits >> best & 3;
    int answers = Long.bitCount(bits & everyNode);
    if (answers < model.read()) {
      boolean shows = answers + 1 == model.read() && !model.writeBack();
      for (long left = ~bits & everyNode; left != 0; left &= left - 1) {
        long version = Math.max(newest, write >> (2 * Long.numberOfTrailingZeros(left)) & 3);
        long change = (left & -left) | (version - newest) << best;
        out.next()[readerWord] += (shows ? change | (version + 1) << shown : change) << shift;
        out.step();
      }
      return;
    }
    boolean shows = Long.bitCount(bits >> back & everyBack) + 1 == model.write();
    for (long left = ~(bits >> back) & everyBack; left != 0; left &= left - 1) {
      int node = Long.numberOfTrailingZeros(left);
      out.next()[0] = newer(write, node, (int) newest);
      out.next()[readerWord] +=
          ((left & -left) << back | (shows ? newest + 1 : 0) << shown) << shift;
      out.step();
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
      long one = (1L << readerBits) - 1;
      long first = w[readerWord] >> reader(0) & one;
      long second = w[readerWord] >> reader(1) & one;
      if (first >> best > second >> best) {
        w[readerWord] ^= (first ^ second) << reader(0) | (first ^ second) << reader(1);
      }
      tie = first >> best == second >> best;
    }
    long low = 0;
    long high = 0;
    int last = -1;
    boolean sorted = true;
    for (int node = 0; node < nodes; node++) {
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
    for (int node = 0; node < nodes; node++) {
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
      column = column << 1 | (int) (w[0] >> (took + nodes * version + node) & 1);
    }
    for (int i = 0; i < model.readers(); i++) {
      long bits = w[readerWord] >> reader(i) >> node;
      column = column << 2 | (int) (bits & 1) << 1 | (int) (bits >> back & everyBack & 1);
    }
    return column;
  }

  private long[] sorted(long low, long high) {
    long[] halves = {low, high};
    for (int i = 1; i < nodes; i++) {
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
    w[0] &= -1L << begun;
    for (int i = 0; i < model.readers(); i++) {
      w[readerWord] &= ~((everyNode | everyBack << back) << reader(i));
    }
    for (int node = 0; node < nodes; node++) {
      long column = at(columns, node);
      for (int i = model.readers() - 1; i >= 0; i--) {
        w[readerWord] |= (column & everyBack & 1) << (reader(i) + back + node);
        w[readerWord] |= (column >> 1 & 1) << (reader(i) + node);
        column >>= 2;
      }
      for (int version = model.writes() - 1; version >= 0; version--) {
        w[0] |= (column & 1) << (took + nodes * version + node);
        column >>= 1;
      }
      w[0] |= column << (2 * node);
    }
  }
}
