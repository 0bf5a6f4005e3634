package ${it.packageName()};

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A map of values that merge, such as counters or sets, whose keys come and go on every replica
 * (OR-Map). Concurrent updates of one key merge. A removal takes away the updates that its replica
 * has seen; one that it has not seen brings the value back, as its writer saw it. Removed keys
 * leave nothing behind but a number for each replica (Almeida et al., Delta state replicated data
 * types, 2018).
 *
 * <p>Send whole copies, in any order and as often as you like. A replica changes its own copy only,
 * one change after another, and keeps that copy over a restart. Do not count again under a key that
 * was removed: a concurrent update of the old counter would hide it. Use a new key.
 *
 * @param updates that no other has replaced
 * @param seen how many updates of each replica this copy has heard of, replaced ones too
 */
public record ObservedRemoveMap<K, V>(
    Map<ObservedRemoveMap.Change, ObservedRemoveMap.Update<K, V>> updates,
    Map<String, Long> seen) {
  /** The n-th update of a replica. */
  public record Change(String replica, long number) {}

  /** The value of a key as an update left it. */
  public record Update<K, V>(K key, V value) {}

  /**
   * How values merge, such as {@code new Values<>(GrowOnlyCounter.ZERO, GrowOnlyCounter::merge)}.
   *
   * @param start what a key that is not there counts as
   * @param merge takes values in any order, and the same one twice
   */
  public record Values<V>(V start, BinaryOperator<V> merge) {}

  public ObservedRemoveMap {
    updates = Map.copyOf(updates);
    seen = Map.copyOf(seen);
  }

  /** No keys yet. */
  public static <K, V> ObservedRemoveMap<K, V> empty() {
    return new ObservedRemoveMap<>(Map.of(), Map.of());
  }

  /** The copy of this replica after it changed the value of a key, or gave it its first. */
  public ObservedRemoveMap<K, V> update(
      String replica, K key, Values<V> values, UnaryOperator<V> change) {
    V changed = change.apply(value(key, values));
    Map<Change, Update<K, V>> all = new HashMap<>(remove(key).updates);
    long number = seen.getOrDefault(replica, 0L) + 1;
    all.put(new Change(replica, number), new Update<>(key, changed));
    Map<String, Long> counted = new HashMap<>(seen);
    counted.put(replica, number);
    return new ObservedRemoveMap<>(all, counted);
  }

  /** The copy after a key was removed. */
  public ObservedRemoveMap<K, V> remove(K key) {
    Map<Change, Update<K, V>> left = new HashMap<>(updates);
    left.values().removeIf(update -> update.key().equals(key));
    return new ObservedRemoveMap<>(left, seen);
  }

  /** The value of this key: that of its updates, merged. */
  public V value(K key, Values<V> values) {
    return values(values).getOrDefault(key, values.start());
  }

  /** Every key with its value. */
  public Map<K, V> values(Values<V> values) {
    Map<K, V> all = new HashMap<>();
<#if it.kept("merge concurrent updates")>
    updates.values().forEach(each -> all.merge(each.key(), each.value(), values.merge()));
<#else>
    updates.values().forEach(each -> all.put(each.key(), each.value()));
</#if>
    return Collections.unmodifiableMap(all);
  }

  /** What has seen everything that one of the two has. */
  public ObservedRemoveMap<K, V> merge(ObservedRemoveMap<K, V> other) {
    Map<Change, Update<K, V>> all = new HashMap<>();
    keep(this, other, all);
    keep(other, this, all);
    Map<String, Long> counted = new HashMap<>(seen);
    other.seen.forEach((replica, number) -> counted.merge(replica, number, Math::max));
    return new ObservedRemoveMap<>(all, counted);
  }

  /** An update that the other copy has heard of and does not hold was replaced or removed there. */
  private static <K, V> void keep(
      ObservedRemoveMap<K, V> one,
      ObservedRemoveMap<K, V> other,
      Map<Change, Update<K, V>> out) {
    one.updates.forEach(
        (change, update) -> {
<#if it.kept("remember what was removed")>
          boolean heardOf = change.number() <= other.seen.getOrDefault(change.replica(), 0L);
<#else>
          boolean heardOf = false;
</#if>
<#if it.kept("keep what was not seen")>
          if (other.updates.containsKey(change) || !heardOf) {
            out.put(change, update);
          }
<#else>
          if (other.updates.containsKey(change) && heardOf) {
            out.put(change, update);
          }
</#if>
        });
  }
}
