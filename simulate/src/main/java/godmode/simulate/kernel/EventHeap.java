package godmode.simulate.kernel;

import java.util.Arrays;

/**
 * What happens next: a heap with four children to a node, ordered by time and, at the same time, by
 * who came first. Two arrays of numbers, so that nothing is allocated for an event.
 */
public final class EventHeap {
  /** The highest slot that an event can name, and one more. */
  public static final int SLOTS_MAX = 1 << 24;

  private static final int SLOT_BITS = 24;

  private long[] times = new long[64];
  private long[] tags = new long[64];
  private int size;
  private long sequence;

  /** How many events wait. */
  public int size() {
    return size;
  }

  /** When the next one happens; the heap is not empty. */
  public long time() {
    return times[0];
  }

  /**
   * Adds one.
   *
   * @param slot where its particulars are, below {@link #SLOTS_MAX}
   */
  public void add(long time, int slot) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      tags = Arrays.copyOf(tags, 2 * size);
    }
    long tag = sequence++ << SLOT_BITS | slot;
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >> 2;
      if (times[parent] <= time) { // the same time: the parent came first
        break;
      }
      times[at] = times[parent];
      tags[at] = tags[parent];
      at = parent;
    }
    times[at] = time;
    tags[at] = tag;
  }

  /** Takes the next one and says its slot; the heap is not empty. */
  public int take() {
    int slot = (int) tags[0] & (SLOTS_MAX - 1);
    size--;
    if (size > 0) {
      sink(times[size], tags[size]);
    }
    return slot;
  }

  private void sink(long time, long tag) {
    int at = 0;
    int child = 1;
    while (child < size) {
      int least = child;
      int end = Math.min(child + 4, size);
      for (int other = child + 1; other < end; other++) {
        if (isBefore(times[other], tags[other], times[least], tags[least])) {
          least = other;
        }
      }
      if (!isBefore(times[least], tags[least], time, tag)) {
        break;
      }
      times[at] = times[least];
      tags[at] = tags[least];
      at = least;
      child = 4 * at + 1;
    }
    times[at] = time;
    tags[at] = tag;
  }

  private static boolean isBefore(long time, long tag, long otherTime, long otherTag) {
    return time < otherTime || (time == otherTime && tag < otherTag);
  }
}
