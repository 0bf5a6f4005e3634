package ${it.packageName()};

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A counter that every replica increments without asking (G-Counter; Shapiro et al., 2011). Send
 * copies in any order and as often as you like; merged copies count every increment once.
 *
 * <p>A replica increments its own copy only, one increment after another, and keeps that copy over
 * a restart: one that forgets what it counted reuses numbers that others have seen.
 *
 * @param counts what each replica counted; a replica that counted nothing is absent
 */
public record GrowOnlyCounter(SortedMap<String, Long> counts) {
  public GrowOnlyCounter {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** Nothing counted yet. */
  public static GrowOnlyCounter zero() {
    return new GrowOnlyCounter(new TreeMap<>());
  }

  /** The copy of this replica after an increment. */
  public GrowOnlyCounter increment(String replica, long by) {
    if (by < 1) {
      throw new IllegalArgumentException("an increment by " + by + "; 1 or more");
    }
    SortedMap<String, Long> changed = new TreeMap<>(counts);
    changed.merge(replica, by, Math::addExact);
    return new GrowOnlyCounter(changed);
  }

  /** What has seen everything that one of the two has. */
  public GrowOnlyCounter merge(GrowOnlyCounter other) {
    SortedMap<String, Long> all = new TreeMap<>(counts);
<#if it.kept("the highest of each replica")>
    other.counts.forEach((replica, count) -> all.merge(replica, count, Math::max));
<#else>
    other.counts.forEach((replica, count) -> all.merge(replica, count, Math::addExact));
</#if>
    return new GrowOnlyCounter(all);
  }

  /** The sum over all replicas. */
  public long value() {
    return counts.values().stream().reduce(0L, Math::addExact);
  }
}
