package godmode.simulate.clock;

import java.util.Collections;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which changes a copy has seen, where they may arrive in any order: a version vector, and the dots
 * beyond its first gap (Almeida et al., Delta State Replicated Data Types, 2018, section 7.2).
 * There is one form for each set of changes.
 *
 * @param beyond seen, although an earlier change of the same replica was not
 */
public record CausalContext(VersionVector contiguous, SortedSet<Dot> beyond) {
  /** Nothing seen yet. */
  public static final CausalContext EMPTY =
      new CausalContext(VersionVector.EMPTY, Collections.emptySortedSet());

  public CausalContext {
    if (beyond.isEmpty()) {
      beyond = Collections.emptySortedSet();
    } else {
      SortedMap<String, Long> counts = new TreeMap<>(contiguous.counts());
      TreeSet<Dot> rest = new TreeSet<>(beyond);
      for (Iterator<Dot> all = rest.iterator(); all.hasNext(); ) {
        Dot dot = all.next();
        long seen = counts.getOrDefault(dot.replica(), 0L);
        if (dot.number() == seen + 1) {
          counts.put(dot.replica(), dot.number());
        }
        if (dot.number() <= seen + 1) {
          all.remove();
        }
      }
      contiguous = new VersionVector(counts);
      beyond = Collections.unmodifiableSortedSet(rest);
    }
  }

  /** Exactly these changes. */
  public static CausalContext of(Iterable<Dot> dots) {
    TreeSet<Dot> all = new TreeSet<>();
    dots.forEach(all::add);
    return new CausalContext(VersionVector.EMPTY, all);
  }

  /** Was this change seen? */
  public boolean contains(Dot dot) {
    return contiguous.contains(dot) || beyond.contains(dot);
  }

  /** A change of this replica that has no dot yet; the replica has seen all of its own. */
  public Dot next(String replica) {
    return contiguous.next(replica);
  }

  /** Everything that one of the two has seen. */
  public CausalContext merge(CausalContext other) {
    SortedSet<Dot> dots = new TreeSet<>(beyond);
    dots.addAll(other.beyond);
    return new CausalContext(contiguous.merge(other.contiguous), dots);
  }

  /** How many changes were seen. */
  public long changes() {
    return contiguous.counts().values().stream().mapToLong(Long::longValue).sum() + beyond.size();
  }

  /** How many numbers it takes to say which changes were seen. */
  public int entries() {
    return contiguous.counts().size() + beyond.size();
  }
}
