package godmode.simulate.explore;

import java.util.Arrays;

/**
 * The packed worlds met so far: in the order in which they were met, and once more in the cells of
 * open addressing. A world that was met before, as most are, is so told in one place of memory. A
 * free cell is all zero; the world that is all zero has no cell.
 */
final class PackedWorlds {
  /** Of a world that was met before. */
  static final int KNOWN = -1;

  private static final int CHUNK_BITS = 14;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int CELL_BITS_MIN = 12;

  private final int longs;
  private long[][] chunks = new long[16][];
  private int[] parents = new int[CHUNK];
  private long[] cells;
  private int shift = Long.SIZE - CELL_BITS_MIN;
  private boolean zero;
  private int size;
  private long fetched;

  /**
   * @param longs how many a world takes
   */
  PackedWorlds(int longs) {
    this.longs = longs;
    this.cells = new long[longs << CELL_BITS_MIN];
  }

  int size() {
    return size;
  }

  /** The world from which it was first reached; of the first one, itself. */
  int parent(int index) {
    return parents[index];
  }

  /** The memory that is held, in bytes. */
  long bytes() {
    long full = (long) ((size + CHUNK - 1) >> CHUNK_BITS) * CHUNK * longs;
    return Long.BYTES * (full + cells.length) + (long) Integer.BYTES * parents.length;
  }

  /**
   * The finalizer of MurmurHash3 over all longs of a world. Its high bits say which cell, so that
   * cells keep their order when there are twice as many.
   */
  static long hash(long[] worlds, int from, int longs) {
    long h = 0;
    for (int i = from; i < from + longs; i++) {
      h = (h ^ worlds[i]) * 0xff51afd7ed558ccdL;
      h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    }
    return h;
  }

  /** Touches the memory in which worlds with these hashes will be looked for. */
  void fetch(long[] hashes, int count) {
    long touched = 0;
    for (int i = 0; i < count; i++) {
      touched ^= cells[(int) (hashes[i] >>> shift) * longs];
    }
    fetched ^= touched;
  }

  /**
   * The index of a new world, or {@link #KNOWN}.
   *
   * @param from where in the array the world begins
   * @param hash of the world
   * @param parent the world it was reached from
   */
  int add(long[] next, int from, long hash, int parent) {
    int cell = (int) (hash >>> shift) * longs;
    while (!isFree(cells, cell)) {
      if (isSame(cells, cell, next, from)) {
        return KNOWN;
      }
      cell = after(cell);
    }
    if (isFree(next, from)) {
      if (zero) {
        return KNOWN;
      }
      zero = true;
    }
    System.arraycopy(next, from, cells, cell, longs);
    int index = append(next, from, parent);
    if (5L * longs * size > 3L * cells.length) {
      grow();
    }
    return index;
  }

  private int append(long[] next, int from, int parent) {
    int index = size++;
    int chunk = index >> CHUNK_BITS;
    if ((index & (CHUNK - 1)) == 0) {
      if (chunk == chunks.length) {
        chunks = Arrays.copyOf(chunks, 2 * chunk);
      }
      chunks[chunk] = new long[CHUNK * longs];
    }
    if (index == parents.length) {
      parents = Arrays.copyOf(parents, 2 * index);
    }
    System.arraycopy(next, from, chunks[chunk], (index & (CHUNK - 1)) * longs, longs);
    parents[index] = parent;
    return index;
  }

  private int after(int cell) {
    int next = cell + longs;
    return next == cells.length ? 0 : next;
  }

  private boolean isFree(long[] worlds, int from) {
    for (int i = from; i < from + longs; i++) {
      if (worlds[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(long[] worlds, int at, long[] next, int from) {
    for (int i = 0; i < longs; i++) {
      if (worlds[at + i] != next[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the world is the one at this index. */
  boolean isAt(int index, long[] next) {
    return isSame(chunks[index >> CHUNK_BITS], (index & (CHUNK - 1)) * longs, next, 0);
  }

  /** Writes the world at an index. */
  void load(int index, long[] to) {
    System.arraycopy(chunks[index >> CHUNK_BITS], (index & (CHUNK - 1)) * longs, to, 0, longs);
  }

  private void grow() {
    long[] old = cells;
    cells = new long[2 * old.length];
    shift--;
    for (int at = 0; at < old.length; at += longs) {
      if (!isFree(old, at)) {
        int cell = (int) (hash(old, at, longs) >>> shift) * longs;
        while (!isFree(cells, cell)) {
          cell = after(cell);
        }
        System.arraycopy(old, at, cells, cell, longs);
      }
    }
  }

  /** What was touched; read so that no compiler takes the touching out. */
  long fetched() {
    return fetched;
  }
}
