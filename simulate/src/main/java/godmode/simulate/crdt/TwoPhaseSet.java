package godmode.simulate.crdt;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set that an element enters once and leaves once (2P-Set): what was removed never comes back,
 * and its tombstone stays for good.
 */
public record TwoPhaseSet<E extends Comparable<E>>(GrowOnlySet<E> added, GrowOnlySet<E> removed)
    implements Crdt<TwoPhaseSet<E>> {
  /** No elements yet. */
  public static <E extends Comparable<E>> TwoPhaseSet<E> empty() {
    return new TwoPhaseSet<E>(GrowOnlySet.empty(), GrowOnlySet.empty());
  }

  /** The delta that adds this element; without effect if it was removed before. */
  public TwoPhaseSet<E> add(E element) {
    return new TwoPhaseSet<>(added.add(element), GrowOnlySet.empty());
  }

  /** The delta that removes this element for good; nothing where it is not seen. */
  public TwoPhaseSet<E> remove(E element) {
    return elements().contains(element)
        ? new TwoPhaseSet<>(GrowOnlySet.empty(), removed.add(element))
        : empty();
  }

  /** What was added and never removed. */
  public SortedSet<E> elements() {
    SortedSet<E> left = new TreeSet<>(added.elements());
    left.removeAll(removed.elements());
    return left;
  }

  @Override
  public TwoPhaseSet<E> merge(TwoPhaseSet<E> other) {
    return new TwoPhaseSet<>(added.merge(other.added), removed.merge(other.removed));
  }

  @Override
  public int entries() {
    return added.entries() + removed.entries();
  }
}
