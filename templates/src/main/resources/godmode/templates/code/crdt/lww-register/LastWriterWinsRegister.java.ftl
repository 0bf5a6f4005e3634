package ${it.packageName()};

import java.util.Optional;

/**
 * A value of which the write with the highest stamp stays on every replica (LWW-Register). Of
 * concurrent writes one is lost without a word: use it only where any of them will do.
 *
 * <p>A write is stamped above every write that its replica has seen, however late its clock is.
 *
 * @param written empty before the first write
 */
public record LastWriterWinsRegister<V>(
    Optional<LastWriterWinsRegister.Written<V>> written) {
  /**
   * One write.
   *
   * @param time in the milliseconds of whoever wrote, or later
   * @param replica decides between writes of one time
   */
  public record Written<V>(V value, long time, String replica) {
    boolean beats(Written<V> other) {
      if (time != other.time) {
        return time > other.time;
      }
<#if it.kept("break ties alike everywhere")>
      return replica.compareTo(other.replica) > 0;
<#else>
      return true;
</#if>
    }
  }

  /** Nothing written yet. */
  public static <V> LastWriterWinsRegister<V> empty() {
    return new LastWriterWinsRegister<>(Optional.empty());
  }

  /**
   * The copy of this replica after a write.
   *
   * @param nowMillis what its clock shows
   */
  public LastWriterWinsRegister<V> write(String replica, long nowMillis, V value) {
<#if it.kept("stamp above what was seen")>
    long after = written.map(last -> Math.addExact(last.time(), 1)).orElse(Long.MIN_VALUE);
<#else>
    long after = Long.MIN_VALUE;
</#if>
    return new LastWriterWinsRegister<>(
            Optional.of(new Written<>(value, Math.max(nowMillis, after), replica)))
        .merge(this);
  }

  /** What has seen everything that one of the two has. */
  public LastWriterWinsRegister<V> merge(LastWriterWinsRegister<V> other) {
    if (written.isEmpty()) {
      return other;
    }
    boolean theirs = other.written.filter(last -> last.beats(written.get())).isPresent();
    return theirs ? other : this;
  }

  /** What was written last. */
  public Optional<V> value() {
    return written.map(Written::value);
  }
}
