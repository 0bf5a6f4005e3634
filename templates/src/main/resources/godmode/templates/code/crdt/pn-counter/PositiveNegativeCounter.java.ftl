package ${it.packageName()};

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A counter that every replica raises and lowers without asking (PN-Counter; Shapiro et al., 2011).
 * Send copies in any order and as often as you like. It may go below zero: where it must not, ask
 * first, or give each replica a share that it may spend.
 *
 * <p>A replica changes its own copy only, one change after another, and keeps that copy over a
 * restart.
 *
 * @param added what each replica added
 * @param taken what each replica took away
 */
public record PositiveNegativeCounter(
    SortedMap<String, Long> added, SortedMap<String, Long> taken) {
  public PositiveNegativeCounter {
    added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
    taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
  }

  /** Nothing counted yet. */
  public static PositiveNegativeCounter zero() {
    return new PositiveNegativeCounter(new TreeMap<>(), new TreeMap<>());
  }

  /** The copy of this replica after it added, or took away where {@code by} is negative. */
  public PositiveNegativeCounter add(String replica, long by) {
<#if it.kept("count what is taken apart")>
    return by > 0
        ? new PositiveNegativeCounter(plus(added, replica, by), taken)
        : new PositiveNegativeCounter(added, plus(taken, replica, Math.negateExact(by)));
<#else>
    return new PositiveNegativeCounter(plus(added, replica, by), taken);
</#if>
  }

  private static SortedMap<String, Long> plus(
      SortedMap<String, Long> counts, String replica, long by) {
    SortedMap<String, Long> changed = new TreeMap<>(counts);
    changed.merge(replica, by, Math::addExact);
    return changed;
  }

  /** What has seen everything that one of the two has. */
  public PositiveNegativeCounter merge(PositiveNegativeCounter other) {
    return new PositiveNegativeCounter(highest(added, other.added), highest(taken, other.taken));
  }

  private static SortedMap<String, Long> highest(
      SortedMap<String, Long> a, SortedMap<String, Long> b) {
    SortedMap<String, Long> all = new TreeMap<>(a);
<#if it.kept("the highest of each replica")>
    b.forEach((replica, count) -> all.merge(replica, count, Math::max));
<#else>
    b.forEach((replica, count) -> all.merge(replica, count, Math::addExact));
</#if>
    return all;
  }

  /** What was added, less what was taken away. */
  public long value() {
    return Math.subtractExact(sum(added), sum(taken));
  }

  private static long sum(SortedMap<String, Long> counts) {
    return counts.values().stream().reduce(0L, Math::addExact);
  }
}
