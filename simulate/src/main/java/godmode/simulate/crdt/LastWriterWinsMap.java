package godmode.simulate.crdt;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A map of which the write with the highest stamp stays for each key (LWW-Map). Stamps decide
 * between writes; a removal has none and takes away the writes that the remover has seen, so a
 * write it has not seen stays, whatever its stamp.
 */
public record LastWriterWinsMap<K extends Comparable<K>, V>(
    ObservedRemoveMap<K, LastWriterWinsRegister<V>> registers)
    implements Crdt<LastWriterWinsMap<K, V>> {
  /** No keys yet. */
  public static <K extends Comparable<K>, V> LastWriterWinsMap<K, V> empty() {
    return new LastWriterWinsMap<K, V>(ObservedRemoveMap.empty());
  }

  /**
   * The delta that writes the value of a key, stamped above every write of it that is seen here.
   *
   * @param now what the clock of this replica shows
   */
  public LastWriterWinsMap<K, V> put(String replica, long now, K key, V value) {
    LastWriterWinsRegister<V> old = registers.value(key).orElseGet(LastWriterWinsRegister::empty);
    return new LastWriterWinsMap<>(registers.update(replica, key, old.write(replica, now, value)));
  }

  /** The delta that takes away every write of this key that was seen here. */
  public LastWriterWinsMap<K, V> remove(K key) {
    return new LastWriterWinsMap<>(registers.remove(key));
  }

  /** What was written last under this key. */
  public Optional<V> value(K key) {
    return registers.value(key).flatMap(LastWriterWinsRegister::value);
  }

  /** Every key with what was written last under it. */
  public SortedMap<K, V> values() {
    SortedMap<K, V> all = new TreeMap<>();
    registers
        .values()
        .forEach((key, register) -> register.value().ifPresent(value -> all.put(key, value)));
    return all;
  }

  @Override
  public LastWriterWinsMap<K, V> merge(LastWriterWinsMap<K, V> other) {
    return new LastWriterWinsMap<>(registers.merge(other.registers));
  }

  @Override
  public int entries() {
    return registers.entries();
  }
}
