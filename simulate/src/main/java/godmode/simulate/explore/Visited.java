package godmode.simulate.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The worlds met so far, in the order in which they were met. Open addressing over their hashes;
 * equal hashes are settled by comparing whole worlds, so none is ever taken for another.
 */
final class Visited<W> {
  private static final int FREE = -1;
  private static final int SLOTS_MIN = 1 << 10;
  private static final int WEIGHED_EACH = 1 << 8;

  private final List<W> worlds = new ArrayList<>();
  private int[] hashes = new int[SLOTS_MIN];
  private int[] parents = new int[SLOTS_MIN];
  private int[] slots = new int[SLOTS_MIN];
  private long weighed;
  private int samples;

  Visited() {
    Arrays.fill(slots, FREE);
  }

  int size() {
    return worlds.size();
  }

  /**
   * The memory that the worlds and the tables take, in bytes, about: one world of many is weighed.
   */
  long bytes() {
    long each = samples == 0 ? 0 : weighed / samples;
    return worlds.size() * (each + Integer.BYTES)
        + (long) Integer.BYTES * (hashes.length + parents.length + slots.length);
  }

  W get(int index) {
    return worlds.get(index);
  }

  /** The world from which it was first reached; of the first one, itself. */
  int parent(int index) {
    return parents[index];
  }

  /** Whether the world is new; it is then the last one. */
  boolean add(W world, int parent) {
    int hash = spread(world.hashCode());
    int slot = hash & (slots.length - 1);
    while (slots[slot] != FREE) {
      int other = slots[slot];
      if (hashes[other] == hash && worlds.get(other).equals(world)) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    int index = worlds.size();
    if (index == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * index);
      parents = Arrays.copyOf(parents, 2 * index);
    }
    worlds.add(world);
    if (index % WEIGHED_EACH == 0) {
      weighed += Weight.of(world);
      samples++;
    }
    hashes[index] = hash;
    parents[index] = parent;
    slots[slot] = index;
    if (2 * worlds.size() > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    slots = new int[4 * slots.length];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < worlds.size(); i++) {
      int slot = hashes[i] & (slots.length - 1);
      while (slots[slot] != FREE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i;
    }
  }

  /** Hashes of records of small numbers differ in few bits; this is the end of MurmurHash3. */
  private static int spread(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
