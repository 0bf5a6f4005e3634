package ${it.packageName()};

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * A set that an element enters once and leaves once (2P-Set; Shapiro et al., A comprehensive study
 * of CRDTs, 2011): what was removed anywhere is gone everywhere, and cannot come back. For what has
 * an identity of its own and ends for good: sessions, orders, revoked keys.
 *
 * <p>Removed elements are kept as tombstones for good. Where elements come back, or are many, an
 * OR-Set is the better choice. Send whole copies, in any order and as often as you like.
 *
 * @param elements what is in it
 * @param removed what was in it
 */
public record TwoPhaseSet<E>(Set<E> elements, Set<E> removed) {
  public TwoPhaseSet {
    Set<E> left = new HashSet<>(elements);
    left.removeAll(removed);
    elements = Collections.unmodifiableSet(left);
    removed = Collections.unmodifiableSet(new HashSet<>(removed));
  }

  /** No elements yet. */
  public static <E> TwoPhaseSet<E> empty() {
    return new TwoPhaseSet<>(Set.of(), Set.of());
  }

  /** The copy after an element was added; the same copy if it was removed before. */
  public TwoPhaseSet<E> add(E element) {
    return new TwoPhaseSet<>(union(elements, Set.of(element)), removed);
  }

  /** The copy after an element was removed for good; the same copy where it is not in it. */
  public TwoPhaseSet<E> remove(E element) {
<#if it.kept("remove only what was seen")>
    if (!elements.contains(element)) {
      return this;
    }
</#if>
<#if it.kept("remember what was removed")>
    return new TwoPhaseSet<>(elements, union(removed, Set.of(element)));
<#else>
    Set<E> left = new HashSet<>(elements);
    left.remove(element);
    return new TwoPhaseSet<>(left, removed);
</#if>
  }

  /** What has seen everything that one of the two has. */
  public TwoPhaseSet<E> merge(TwoPhaseSet<E> other) {
<#if it.kept("keep what either has")>
    Set<E> all = union(elements, other.elements);
<#else>
    Set<E> all = other.elements.size() >= elements.size() ? other.elements : elements;
</#if>
    return new TwoPhaseSet<>(all, union(removed, other.removed));
  }

  private static <E> Set<E> union(Set<E> one, Set<E> other) {
    Set<E> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}
