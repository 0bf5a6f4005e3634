package godmode.simulate.crdt;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A map of replicated values whose keys come and go as in an {@link ObservedRemoveSet} (OR-Map). An
 * update holds the value as its writer saw it, so an update that the remover has not seen brings
 * the whole value back, and concurrent updates of one key merge.
 *
 * <p>Known limit: a counter under a key that was removed and is counted again by the same replica
 * starts anew, and a concurrent update of the old counter hides what was counted since. Use a new
 * key instead.
 */
public record ObservedRemoveMap<K extends Comparable<K>, V extends Crdt<V>>(
    Dotted<Update<K, V>> updates) implements Crdt<ObservedRemoveMap<K, V>> {
  /** The value of a key as one update left it. */
  public record Update<K, V>(K key, V value) {}

  /** No keys yet. */
  public static <K extends Comparable<K>, V extends Crdt<V>> ObservedRemoveMap<K, V> empty() {
    return new ObservedRemoveMap<>(Dotted.empty());
  }

  /**
   * The delta that changes the value of a key, or gives it its first.
   *
   * @param change what the value type says: a delta of it
   */
  public ObservedRemoveMap<K, V> update(String replica, K key, V change) {
    V whole = value(key).map(old -> old.merge(change)).orElse(change);
    return new ObservedRemoveMap<>(
        updates.with(replica, new Update<>(key, whole), old -> old.key().equals(key)));
  }

  /** The delta that takes away every update of this key that was seen here. */
  public ObservedRemoveMap<K, V> remove(K key) {
    return new ObservedRemoveMap<>(updates.without(old -> old.key().equals(key)));
  }

  /** The value of this key: that of its updates, merged. */
  public Optional<V> value(K key) {
    return Optional.ofNullable(values().get(key));
  }

  /** Every key with its value. */
  public SortedMap<K, V> values() {
    SortedMap<K, V> all = new TreeMap<>();
    for (Update<K, V> update : updates.held().values()) {
      all.merge(update.key(), update.value(), Crdt::merge);
    }
    return all;
  }

  @Override
  public ObservedRemoveMap<K, V> merge(ObservedRemoveMap<K, V> other) {
    return new ObservedRemoveMap<>(updates.merge(other.updates));
  }

  @Override
  public int entries() {
    int values =
        updates.held().values().stream().mapToInt(update -> update.value().entries()).sum();
    return updates.entries() + values;
  }
}
