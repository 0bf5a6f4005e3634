package ${it.packageName()};

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value that loses no concurrent write (MV-Register; Shapiro et al., 2011). After a partition it
 * may have several values; whoever reads them decides, and writes what is to stay.
 *
 * <p>Send whole copies, in any order and as often as you like. A replica changes its own copy only,
 * one write after another, and keeps that copy over a restart.
 *
 * @param writes the value of each write that no other has replaced
 * @param seen how many writes of each replica this copy has heard of, replaced ones too
 */
public record MultiValueRegister<V>(
    SortedMap<MultiValueRegister.Write, V> writes, Map<String, Long> seen) {
  /** The n-th write of a replica. */
  public record Write(String replica, long number) implements Comparable<Write> {
    @Override
    public int compareTo(Write other) {
      int byReplica = replica.compareTo(other.replica);
      return byReplica != 0 ? byReplica : Long.compare(number, other.number);
    }
  }

  public MultiValueRegister {
    writes = Collections.unmodifiableSortedMap(new TreeMap<>(writes));
    seen = Map.copyOf(seen);
  }

  /** Nothing written yet. */
  public static <V> MultiValueRegister<V> empty() {
    return new MultiValueRegister<>(new TreeMap<>(), Map.of());
  }

  /** The copy of this replica after a write, which replaces every value that it shows. */
  public MultiValueRegister<V> write(String replica, V value) {
    long number = seen.getOrDefault(replica, 0L) + 1;
<#if it.kept("replace what was seen")>
    SortedMap<Write, V> changed = new TreeMap<>();
<#else>
    SortedMap<Write, V> changed = new TreeMap<>(writes);
</#if>
    changed.put(new Write(replica, number), value);
    Map<String, Long> counted = new HashMap<>(seen);
    counted.put(replica, number);
    return new MultiValueRegister<>(changed, counted);
  }

  /** Every value that no write has replaced, in the same order on all replicas. */
  public List<V> values() {
    return List.copyOf(writes.values());
  }

  /** What has seen everything that one of the two has. */
  public MultiValueRegister<V> merge(MultiValueRegister<V> other) {
    SortedMap<Write, V> all = new TreeMap<>();
    keep(this, other, all);
    keep(other, this, all);
    Map<String, Long> counted = new HashMap<>(seen);
    other.seen.forEach((replica, number) -> counted.merge(replica, number, Math::max));
    return new MultiValueRegister<>(all, counted);
  }

  /** A write that the other copy has heard of and does not hold was replaced there. */
  private static <V> void keep(
      MultiValueRegister<V> one, MultiValueRegister<V> other, SortedMap<Write, V> out) {
    one.writes.forEach(
        (write, value) -> {
<#if it.kept("remember what was replaced")>
          boolean heardOf = write.number() <= other.seen.getOrDefault(write.replica(), 0L);
<#else>
          boolean heardOf = false;
</#if>
<#if it.kept("keep concurrent writes")>
          boolean stays = !heardOf || other.writes.containsKey(write);
<#else>
          boolean stays =
              other.writes.containsKey(write)
                  || !heardOf && (out.isEmpty() || out.firstKey().compareTo(write) > 0);
          if (stays) {
            out.clear();
          }
</#if>
          if (stays) {
            out.put(write, value);
          }
        });
  }
}
