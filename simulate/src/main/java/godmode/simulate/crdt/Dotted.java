package godmode.simulate.crdt;

import godmode.simulate.clock.CausalContext;
import godmode.simulate.clock.Dot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What changes have left, each under its dot, and all changes that were seen. A dot that was seen
 * and has nothing was undone, so no tombstone is needed: the context says in one number for each
 * replica what tombstones would say one by one (Almeida et al., 2018, section 7).
 *
 * @param held by the change that wrote it
 * @param seen every change, undone ones too
 */
record Dotted<T>(SortedMap<Dot, T> held, CausalContext seen) implements Crdt<Dotted<T>> {
  Dotted {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
  }

  static <T> Dotted<T> empty() {
    return new Dotted<>(new TreeMap<>(), CausalContext.EMPTY);
  }

  /** The delta that undoes what matches and was seen here. */
  Dotted<T> without(Predicate<T> undone) {
    return new Dotted<>(new TreeMap<>(), CausalContext.of(dots(undone)));
  }

  /** The delta that writes, and undoes what matches and was seen here. */
  Dotted<T> with(String replica, T written, Predicate<T> undone) {
    Dot dot = seen.next(replica);
    List<Dot> covered = dots(undone);
    covered.add(dot);
    SortedMap<Dot, T> delta = new TreeMap<>();
    delta.put(dot, written);
    return new Dotted<>(delta, CausalContext.of(covered));
  }

  private List<Dot> dots(Predicate<T> wanted) {
    List<Dot> found = new ArrayList<>();
    held.forEach(
        (dot, value) -> {
          if (wanted.test(value)) {
            found.add(dot);
          }
        });
    return found;
  }

  @Override
  public Dotted<T> merge(Dotted<T> other) {
    SortedMap<Dot, T> left = new TreeMap<>();
    keep(held, other, left);
    keep(other.held, this, left);
    return new Dotted<>(left, seen.merge(other.seen));
  }

  private static <T> void keep(SortedMap<Dot, T> held, Dotted<T> other, SortedMap<Dot, T> out) {
    held.forEach(
        (dot, value) -> {
          if (other.held.containsKey(dot) || !other.seen.contains(dot)) {
            out.put(dot, value);
          }
        });
  }

  @Override
  public int entries() {
    return held.size() + seen.entries();
  }

  /** How many tombstones a set would hold that keeps one for each change undone. */
  long undone() {
    return seen.changes() - held.size();
  }
}
