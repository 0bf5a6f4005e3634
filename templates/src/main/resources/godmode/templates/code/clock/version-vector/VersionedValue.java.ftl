package ${it.packageName()};

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One key of a store whose clients read, think, and write back (dotted version vectors; Preguica
 * et al., 2010). A read hands out a context; a write brings it along and replaces what the client
 * had read. What it had not read stays beside it: two clients that wrote at the same time both find
 * their value, and the next reader decides.
 *
 * <p>Servers exchange whole copies, in any order and as often as they like. A server changes its
 * own copy only, one write after another, and keeps that copy over a restart.
 *
 * @param versions that no write has replaced
 * @param seen how many writes at each server this copy has heard of
 */
public record VersionedValue<V>(
    List<VersionedValue.Version<V>> versions, Map<String, Long> seen) {
  private static final Comparator<Version<?>> ORDER =
      Comparator.<Version<?>, String>comparing(Version::server).thenComparing(Version::number);

  /** The n-th write at a server. */
  public record Version<V>(String server, long number, V value) {
    boolean isIn(Map<String, Long> vector) {
      return number <= vector.getOrDefault(server, 0L);
    }
  }

  public VersionedValue {
    versions = versions.stream().sorted(ORDER).toList();
    seen = Map.copyOf(seen);
  }

  /** Nothing written yet. */
  public static <V> VersionedValue<V> empty() {
    return new VersionedValue<>(List.of(), Map.of());
  }

  /** What a client reads; more than one where writes were concurrent. */
  public List<V> values() {
    return versions.stream().map(Version::value).toList();
  }

  /** What goes to the client with the values, and comes back with its write. */
  public Map<String, Long> context() {
    return seen;
  }

  /**
   * The copy of this server after a write.
   *
   * @param context of what the client had read; empty for a client that had read nothing
   */
  public VersionedValue<V> write(String server, Map<String, Long> context, V value) {
    long number = seen.getOrDefault(server, 0L) + 1;
    List<Version<V>> left = new ArrayList<>();
<#if it.kept("keep what the writer had not read")>
    left.addAll(versions);
</#if>
<#if it.kept("replace what the writer had read")>
    left.removeIf(version -> version.isIn(context));
</#if>
    left.add(new Version<>(server, number, value));
    return new VersionedValue<>(left, highest(highest(seen, context), Map.of(server, number)));
  }

  /** What has seen everything that one of the two has. */
  public VersionedValue<V> merge(VersionedValue<V> other) {
    List<Version<V>> all = new ArrayList<>();
    for (Version<V> version : versions) {
      if (other.versions.contains(version) || !other.replaced(version)) {
        all.add(version);
      }
    }
    for (Version<V> version : other.versions) {
      if (!versions.contains(version) && !replaced(version)) {
        all.add(version);
      }
    }
    return new VersionedValue<>(all, highest(seen, other.seen));
  }

  /** Whether a version that is not held here was replaced; else it has not arrived. */
  private boolean replaced(Version<V> version) {
<#if it.kept("know what was replaced")>
    return version.isIn(seen);
<#else>
    return false;
</#if>
  }

  private static Map<String, Long> highest(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> all = new HashMap<>(one);
    other.forEach((server, number) -> all.merge(server, number, Math::max));
    return all;
  }
}
