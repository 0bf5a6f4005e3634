package godmode.simulate.crdt;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A counter that only grows (G-Counter): each replica counts its own, and copies keep the highest
 * number of each.
 *
 * @param counts by replica; a replica that counted nothing is absent
 */
public record GrowOnlyCounter(SortedMap<String, Long> counts) implements Crdt<GrowOnlyCounter> {
  /** Nothing counted yet. */
  public static final GrowOnlyCounter ZERO = new GrowOnlyCounter(new TreeMap<>());

  public GrowOnlyCounter {
    for (long count : counts.values()) {
      if (count < 1) {
        throw new IllegalArgumentException("a count of " + count + " in " + counts);
      }
    }
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** The delta that adds to the count of this replica. */
  public GrowOnlyCounter increment(String replica, long by) {
    if (by < 1) {
      throw new IllegalArgumentException(
          "an increment by " + by + ": a counter that only grows takes 1 at least");
    }
    TreeMap<String, Long> delta = new TreeMap<>();
    delta.put(replica, Math.addExact(counts.getOrDefault(replica, 0L), by));
    return new GrowOnlyCounter(delta);
  }

  /** The sum over all replicas. */
  public long value() {
    return counts.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }

  @Override
  public GrowOnlyCounter merge(GrowOnlyCounter other) {
    TreeMap<String, Long> all = new TreeMap<>(counts);
    other.counts.forEach((replica, count) -> all.merge(replica, count, Math::max));
    return new GrowOnlyCounter(all);
  }

  @Override
  public int entries() {
    return counts.size();
  }
}
