package godmode.simulate.crdt;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set that elements enter and leave as often as wanted (OR-Set): a removal takes away the
 * additions that the remover has seen, so an addition that it has not seen wins. Removed additions
 * leave no tombstone behind once the changes before them have arrived (Bieniusa et al., An
 * Optimized Conflict-free Replicated Set, 2012).
 */
public record ObservedRemoveSet<E extends Comparable<E>>(Dotted<E> additions)
    implements Crdt<ObservedRemoveSet<E>> {
  /** No elements yet. */
  public static <E extends Comparable<E>> ObservedRemoveSet<E> empty() {
    return new ObservedRemoveSet<E>(Dotted.empty());
  }

  /** The delta that adds this element. */
  public ObservedRemoveSet<E> add(String replica, E element) {
    return new ObservedRemoveSet<>(additions.with(replica, element, element::equals));
  }

  /** The delta that takes away every addition of this element that was seen here. */
  public ObservedRemoveSet<E> remove(E element) {
    return new ObservedRemoveSet<>(additions.without(element::equals));
  }

  /** What is in it. */
  public SortedSet<E> elements() {
    return new TreeSet<>(additions.held().values());
  }

  /** How many tombstones it would hold if every removed addition left one. */
  public long tombstonesSaved() {
    return additions.undone();
  }

  @Override
  public ObservedRemoveSet<E> merge(ObservedRemoveSet<E> other) {
    return new ObservedRemoveSet<>(additions.merge(other.additions));
  }

  @Override
  public int entries() {
    return additions.entries();
  }
}
