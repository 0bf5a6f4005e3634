package ${it.packageName()};

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A map of which the write with the highest stamp stays for each key, on every replica (LWW-Map).
 * Of concurrent writes of one key one is lost without a word. A removal takes away the writes that
 * its replica has seen; one that it has not seen stays. Removed keys leave nothing behind but a
 * number for each replica (Bieniusa et al., An optimized conflict-free replicated set, 2012).
 *
 * <p>Send whole copies, in any order and as often as you like. A replica changes its own copy only,
 * one change after another, and keeps that copy over a restart.
 *
 * @param writes of each key that no other has replaced, the latest first
 * @param seen how many writes of each replica this copy has heard of, replaced ones too
 */
public record LastWriterWinsMap<K, V>(
    Map<K, List<LastWriterWinsMap.Written<V>>> writes, Map<String, Long> seen) {
  private static final Comparator<Written<?>> LATEST_FIRST =
<#if it.kept("break ties alike everywhere")>
      Comparator.<Written<?>>comparingLong(Written::time)
          .thenComparing(Written::replica)
          .thenComparing(Written::number)
          .reversed();
<#else>
      Comparator.<Written<?>>comparingLong(Written::time).reversed();
</#if>

  /**
   * The n-th write of a replica.
   *
   * @param time in the milliseconds of whoever wrote, or later
   */
  public record Written<V>(String replica, long number, long time, V value) {}

  public LastWriterWinsMap {
    writes = Map.copyOf(writes);
    seen = Map.copyOf(seen);
  }

  /** No keys yet. */
  public static <K, V> LastWriterWinsMap<K, V> empty() {
    return new LastWriterWinsMap<>(Map.of(), Map.of());
  }

  /**
   * The copy of this replica after a write.
   *
   * @param nowMillis what its clock shows; the stamp is above all of this key that were seen here
   */
  public LastWriterWinsMap<K, V> put(String replica, long nowMillis, K key, V value) {
    long number = seen.getOrDefault(replica, 0L) + 1;
    long time = nowMillis;
<#if it.kept("stamp above what was seen")>
    if (writes.containsKey(key)) {
      time = Math.max(time, Math.addExact(writes.get(key).get(0).time(), 1));
    }
</#if>
    Map<K, List<Written<V>>> changed = new HashMap<>(writes);
    changed.put(key, List.of(new Written<>(replica, number, time, value)));
    Map<String, Long> counted = new HashMap<>(seen);
    counted.put(replica, number);
    return new LastWriterWinsMap<>(changed, counted);
  }

  /** The copy after a key was removed. */
  public LastWriterWinsMap<K, V> remove(K key) {
    Map<K, List<Written<V>>> left = new HashMap<>(writes);
    left.remove(key);
    return new LastWriterWinsMap<>(left, seen);
  }

  /** What was written last under this key. */
  public Optional<V> value(K key) {
    return Optional.ofNullable(writes.get(key)).map(its -> its.get(0).value());
  }

  /** Every key with what was written last under it. */
  public Map<K, V> values() {
    Map<K, V> all = new HashMap<>();
    writes.forEach((key, its) -> all.put(key, its.get(0).value()));
    return all;
  }

  /** What has seen everything that one of the two has. */
  public LastWriterWinsMap<K, V> merge(LastWriterWinsMap<K, V> other) {
    Map<K, List<Written<V>>> all = new HashMap<>();
    Set<K> keys = new HashSet<>(writes.keySet());
    keys.addAll(other.writes.keySet());
    for (K key : keys) {
      List<Written<V>> mine = writes.getOrDefault(key, List.of());
      List<Written<V>> theirs = other.writes.getOrDefault(key, List.of());
      List<Written<V>> kept = new ArrayList<>();
      mine.stream()
          .filter(write -> theirs.contains(write) || !other.dropped(write))
          .forEach(kept::add);
      theirs.stream()
          .filter(write -> !mine.contains(write) && !dropped(write))
          .forEach(kept::add);
      if (!kept.isEmpty()) {
        kept.sort(LATEST_FIRST);
        all.put(key, List.copyOf(kept));
      }
    }
    Map<String, Long> counted = new HashMap<>(seen);
    other.seen.forEach((replica, number) -> counted.merge(replica, number, Math::max));
    return new LastWriterWinsMap<>(all, counted);
  }

  /** Whether a write that is not held here was replaced or removed; else it has not arrived. */
  private boolean dropped(Written<V> write) {
<#if it.kept("remember what was removed")>
    return write.number() <= seen.getOrDefault(write.replica(), 0L);
<#else>
    return false;
</#if>
  }
}
