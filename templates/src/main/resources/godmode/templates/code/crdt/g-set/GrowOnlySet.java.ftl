package ${it.packageName()};

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * A set that every replica adds to without asking, and that nothing leaves (G-Set; Shapiro et al.,
 * A comprehensive study of CRDTs, 2011). It never shrinks: for what ends, use one set for each day
 * or each order, and drop it whole.
 *
 * <p>Send whole copies, or only what is new: both merge, in any order and as often as you like.
 */
public record GrowOnlySet<E>(Set<E> elements) {
  public GrowOnlySet {
    elements = Collections.unmodifiableSet(new HashSet<>(elements));
  }

  /** No elements yet. */
  public static <E> GrowOnlySet<E> empty() {
    return new GrowOnlySet<>(Set.of());
  }

  /** The copy after an element was added. */
  public GrowOnlySet<E> add(E element) {
    return merge(new GrowOnlySet<>(Set.of(element)));
  }

  /** What is not in the other copy: all that its replica must be sent. */
  public GrowOnlySet<E> without(GrowOnlySet<E> other) {
    Set<E> left = new HashSet<>(elements);
    left.removeAll(other.elements);
    return new GrowOnlySet<>(left);
  }

  /** What has seen everything that one of the two has. */
  public GrowOnlySet<E> merge(GrowOnlySet<E> other) {
<#if it.kept("keep what either has")>
    Set<E> all = new HashSet<>(elements);
    all.addAll(other.elements);
    return new GrowOnlySet<>(all);
<#else>
    return other.elements.size() >= elements.size() ? other : this;
</#if>
  }
}
