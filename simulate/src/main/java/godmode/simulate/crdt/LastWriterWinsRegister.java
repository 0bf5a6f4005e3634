package godmode.simulate.crdt;

import godmode.simulate.clock.Stamp;
import java.util.Optional;

/**
 * A value of which the write with the highest stamp stays (LWW-Register); every other write is lost
 * without a word. Stamps are unique: a replica never stamps twice with one time.
 */
public record LastWriterWinsRegister<V>(Optional<Written<V>> last)
    implements Crdt<LastWriterWinsRegister<V>> {
  /** One write. */
  public record Written<V>(V value, Stamp stamp) {}

  /** Nothing written yet. */
  public static <V> LastWriterWinsRegister<V> empty() {
    return new LastWriterWinsRegister<>(Optional.empty());
  }

  /**
   * The delta that writes, stamped above every write that was seen here, however late the clock of
   * this replica is: a write wins over those that its writer knew.
   *
   * @param now what the clock of this replica shows
   */
  public LastWriterWinsRegister<V> write(String replica, long now, V value) {
    long after = last.map(write -> Math.addExact(write.stamp().time(), 1)).orElse(Long.MIN_VALUE);
    return stamped(new Stamp(Math.max(now, after), replica), value);
  }

  /** The delta that writes with a stamp of the caller. */
  public LastWriterWinsRegister<V> stamped(Stamp stamp, V value) {
    return new LastWriterWinsRegister<>(Optional.of(new Written<>(value, stamp)));
  }

  /** What was written last. */
  public Optional<V> value() {
    return last.map(Written::value);
  }

  @Override
  public LastWriterWinsRegister<V> merge(LastWriterWinsRegister<V> other) {
    if (last.isEmpty()) {
      return other;
    }
    return other.last.filter(theirs -> theirs.stamp().compareTo(last.get().stamp()) > 0).isPresent()
        ? other
        : this;
  }

  @Override
  public int entries() {
    return last.isPresent() ? 1 : 0;
  }
}
