package godmode.simulate.explore;

import java.util.Arrays;

/**
 * The packed worlds met so far, in the order in which they were met. A slot holds the hash of a
 * world in its high half and its place, plus one, in the low half: most worlds that are not the one
 * looked for are told from it without looking at them, and growing looks at none.
 */
final class PackedWorlds {
  /** Of a world that was met before. */
  static final int KNOWN = -1;

  private static final int CHUNK_BITS = 14;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int SLOTS_MIN = 1 << 12;
  private static final long FREE = 0;
  private static final long PLACE = 0xffff_ffffL;

  private final int longs;
  private long[][] chunks = new long[16][];
  private int[] parents = new int[CHUNK];
  private long[] slots = new long[SLOTS_MIN];
  private int size;
  private long fetched;

  /**
   * @param longs how many a world takes
   */
  PackedWorlds(int longs) {
    this.longs = longs;
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
    return Long.BYTES * (full + slots.length) + (long) Integer.BYTES * parents.length;
  }

  /** The finalizer of MurmurHash3 over all longs of a world. */
  static int hash(long[] worlds, int from, int longs) {
    long h = 0;
    for (int i = from; i < from + longs; i++) {
      h = (h ^ worlds[i]) * 0xff51afd7ed558ccdL;
      h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
      h ^= h >>> 33;
    }
    return (int) h;
  }

  /** Touches the memory in which worlds with these hashes will be looked for. */
  void fetch(int[] hashes, int count) {
    long touched = 0;
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      touched ^= slots[hashes[i] & mask];
    }
    for (int i = 0; i < count; i++) {
      int place = (int) (slots[hashes[i] & mask] & PLACE);
      if (place != 0) {
        touched ^= chunks[(place - 1) >> CHUNK_BITS][((place - 1) & (CHUNK - 1)) * longs];
      }
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
  int add(long[] next, int from, int hash, int parent) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != FREE) {
      long held = slots[slot];
      if ((int) (held >>> 32) == hash && isAt((int) held - 1, next, from)) {
        return KNOWN;
      }
      slot = (slot + 1) & mask;
    }
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
    slots[slot] = (long) hash << 32 | (index + 1);
    if (5L * size > 3L * slots.length) {
      grow();
    }
    return index;
  }

  /** Whether the world is the one at this index. */
  boolean isAt(int index, long[] next) {
    return isAt(index, next, 0);
  }

  private boolean isAt(int index, long[] next, int from) {
    long[] chunk = chunks[index >> CHUNK_BITS];
    int at = (index & (CHUNK - 1)) * longs;
    for (int i = 0; i < longs; i++) {
      if (chunk[at + i] != next[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Writes the world at an index. */
  void load(int index, long[] to) {
    System.arraycopy(chunks[index >> CHUNK_BITS], (index & (CHUNK - 1)) * longs, to, 0, longs);
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    int mask = slots.length - 1;
    for (long held : old) {
      if (held != FREE) {
        int slot = (int) (held >>> 32) & mask;
        while (slots[slot] != FREE) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = held;
      }
    }
  }

  /** What was touched; read so that no compiler takes the touching out. */
  long fetched() {
    return fetched;
  }
}
