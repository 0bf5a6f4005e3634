package godmode.simulate.crdt;

import godmode.simulate.clock.Dot;
import java.util.Comparator;
import java.util.Optional;

/**
 * One element of a sequence and where it was inserted.
 *
 * @param dot the change that inserted it
 * @param time higher than that of every element its writer saw; of two elements inserted at one
 *     place the later stands first
 * @param after the element to its left when it was inserted; empty at the start
 * @param element empty once it was removed: a tombstone, that later insertions may refer to
 */
record Insertion<E>(Dot dot, long time, Optional<Dot> after, Optional<E> element) {
  private static final Comparator<Insertion<?>> LATER_FIRST =
      Comparator.<Insertion<?>>comparingLong(Insertion::time)
          .thenComparing(Insertion::dot)
          .reversed();

  boolean isRemoved() {
    return element.isEmpty();
  }

  Insertion<E> removed() {
    return isRemoved() ? this : new Insertion<>(dot, time, after, Optional.empty());
  }

  Insertion<E> merge(Insertion<E> same) {
    return isRemoved() ? this : same;
  }

  /** Of two elements that follow the same one: does this stand left of the other? */
  boolean precedes(Insertion<E> other) {
    return LATER_FIRST.compare(this, other) < 0;
  }

  static Comparator<Insertion<?>> laterFirst() {
    return LATER_FIRST;
  }
}
