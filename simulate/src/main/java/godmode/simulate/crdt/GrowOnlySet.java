package godmode.simulate.crdt;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A set that elements only enter (G-Set). */
public record GrowOnlySet<E extends Comparable<E>>(SortedSet<E> elements)
    implements Crdt<GrowOnlySet<E>> {
  public GrowOnlySet {
    elements = Collections.unmodifiableSortedSet(new TreeSet<>(elements));
  }

  /** No elements yet. */
  public static <E extends Comparable<E>> GrowOnlySet<E> empty() {
    return new GrowOnlySet<E>(new TreeSet<>());
  }

  /** The delta that adds this element. */
  public GrowOnlySet<E> add(E element) {
    SortedSet<E> delta = new TreeSet<>();
    delta.add(element);
    return new GrowOnlySet<>(delta);
  }

  @Override
  public GrowOnlySet<E> merge(GrowOnlySet<E> other) {
    SortedSet<E> all = new TreeSet<>(elements);
    all.addAll(other.elements);
    return new GrowOnlySet<>(all);
  }

  @Override
  public int entries() {
    return elements.size();
  }
}
