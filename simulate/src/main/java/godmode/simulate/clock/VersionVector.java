package godmode.simulate.clock;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many changes of each replica a copy has seen (Parker et al., 1983). Merging two copies counts
 * no change; a {@link VectorClock} counts every event.
 *
 * @param counts by replica; a replica of which nothing was seen is absent
 */
public record VersionVector(SortedMap<String, Long> counts) {
  /** Nothing seen yet. */
  public static final VersionVector EMPTY = new VersionVector(new TreeMap<>());

  public VersionVector {
    for (long count : counts.values()) {
      if (count < 1) {
        throw new IllegalArgumentException("a count of " + count + " in " + counts);
      }
    }
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** How many changes of this replica were seen. */
  public long of(String replica) {
    return counts.getOrDefault(replica, 0L);
  }

  /** The next change of this replica. */
  public Dot next(String replica) {
    return new Dot(replica, of(replica) + 1);
  }

  /** Was this change seen? */
  public boolean contains(Dot dot) {
    return dot.number() <= of(dot.replica());
  }

  /** The same, and one change more of this replica. */
  public VersionVector incremented(String replica) {
    return with(replica, of(replica) + 1);
  }

  /** Everything that one of the two has seen. */
  public VersionVector merge(VersionVector other) {
    TreeMap<String, Long> all = new TreeMap<>(counts);
    other.counts.forEach((replica, count) -> all.merge(replica, count, Math::max));
    return new VersionVector(all);
  }

  /** What both have seen: what is stable, where these are all replicas. */
  public VersionVector meet(VersionVector other) {
    TreeMap<String, Long> both = new TreeMap<>();
    counts.forEach(
        (replica, count) -> {
          long common = Math.min(count, other.of(replica));
          if (common > 0) {
            both.put(replica, common);
          }
        });
    return new VersionVector(both);
  }

  /** Has this seen all that the other has? */
  public boolean includes(VersionVector other) {
    return other.counts.entrySet().stream()
        .allMatch(entry -> of(entry.getKey()) >= entry.getValue());
  }

  /** How this stands to the other. */
  public Causality compare(VersionVector other) {
    return Causality.of(includes(other), other.includes(this));
  }

  VersionVector with(String replica, long count) {
    TreeMap<String, Long> all = new TreeMap<>(counts);
    all.put(replica, count);
    return new VersionVector(all);
  }
}
