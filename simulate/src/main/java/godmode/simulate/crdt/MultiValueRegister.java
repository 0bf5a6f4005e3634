package godmode.simulate.crdt;

import java.util.List;

/**
 * A value that keeps every write which no other has seen (MV-Register): after concurrent writes it
 * has several values, and whoever writes next decides between them.
 */
public record MultiValueRegister<V>(Dotted<V> writes) implements Crdt<MultiValueRegister<V>> {
  /** Nothing written yet. */
  public static <V> MultiValueRegister<V> empty() {
    return new MultiValueRegister<>(Dotted.empty());
  }

  /** The delta that writes over every value that is seen here. */
  public MultiValueRegister<V> write(String replica, V value) {
    return new MultiValueRegister<>(writes.with(replica, value, old -> true));
  }

  /** The values of all writes that no other has seen, in the order of their dots. */
  public List<V> values() {
    return List.copyOf(writes.held().values());
  }

  @Override
  public MultiValueRegister<V> merge(MultiValueRegister<V> other) {
    return new MultiValueRegister<>(writes.merge(other.writes));
  }

  @Override
  public int entries() {
    return writes.entries();
  }
}
