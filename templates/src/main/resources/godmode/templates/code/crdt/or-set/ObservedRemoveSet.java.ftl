package ${it.packageName()};

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A set that every replica adds to and removes from without asking (OR-Set; Bieniusa et al., 2012).
 * A removal takes away the additions that its replica has seen; one that it has not seen stays.
 * Removed elements leave nothing behind but a number for each replica.
 *
 * <p>Send whole copies, in any order and as often as you like. A replica changes its own copy only,
 * one change after another, and keeps that copy over a restart.
 *
 * @param additions the element that each addition put in
 * @param seen how many additions of each replica this copy has heard of, removed ones too
 */
public record ObservedRemoveSet<E>(
    Map<ObservedRemoveSet.Addition, E> additions, Map<String, Long> seen) {
  /** The n-th addition of a replica. */
  public record Addition(String replica, long number) {}

  public ObservedRemoveSet {
    additions = Map.copyOf(additions);
    seen = Map.copyOf(seen);
  }

  /** No elements yet. */
  public static <E> ObservedRemoveSet<E> empty() {
    return new ObservedRemoveSet<>(Map.of(), Map.of());
  }

  /** The copy of this replica after it added an element. */
  public ObservedRemoveSet<E> add(String replica, E element) {
    Map<Addition, E> changed = new HashMap<>(additions);
    changed.values().removeIf(element::equals);
    long number = seen.getOrDefault(replica, 0L) + 1;
    changed.put(new Addition(replica, number), element);
    Map<String, Long> counted = new HashMap<>(seen);
    counted.put(replica, number);
    return new ObservedRemoveSet<>(changed, counted);
  }

  /** The copy after an element was removed. */
  public ObservedRemoveSet<E> remove(E element) {
    Map<Addition, E> changed = new HashMap<>(additions);
    changed.values().removeIf(element::equals);
    return new ObservedRemoveSet<>(changed, seen);
  }

  /** What is in it. */
  public Set<E> elements() {
    return Collections.unmodifiableSet(new HashSet<>(additions.values()));
  }

  /** What has seen everything that one of the two has. */
  public ObservedRemoveSet<E> merge(ObservedRemoveSet<E> other) {
    Map<Addition, E> all = new HashMap<>();
    keep(this, other, all);
    keep(other, this, all);
    Map<String, Long> counted = new HashMap<>(seen);
    other.seen.forEach((replica, number) -> counted.merge(replica, number, Math::max));
    return new ObservedRemoveSet<>(all, counted);
  }

  /** An addition that the other copy has heard of and does not hold was removed there. */
  private static <E> void keep(
      ObservedRemoveSet<E> one, ObservedRemoveSet<E> other, Map<Addition, E> out) {
    one.additions.forEach(
        (addition, element) -> {
<#if it.kept("remember what was removed")>
          boolean heardOf =
              addition.number() <= other.seen.getOrDefault(addition.replica(), 0L);
<#else>
          boolean heardOf = false;
</#if>
<#if it.kept("keep what was not seen")>
          if (other.additions.containsKey(addition) || !heardOf) {
            out.put(addition, element);
          }
<#else>
          if (other.additions.containsKey(addition) && heardOf) {
            out.put(addition, element);
          }
</#if>
        });
  }
}
