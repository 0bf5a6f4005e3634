package godmode.simulate.crdt;

import godmode.simulate.clock.Dot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts insertions where they belong; one whose left neighbour has not arrived waits for it. */
final class Weave<E> {
  private Rows<E> rows;
  private final SortedMap<Dot, Insertion<E>> waiting;
  private Rows.@Nullable Place last;

  Weave(Rows<E> rows, SortedMap<Dot, Insertion<E>> waiting) {
    this.rows = rows;
    this.waiting = new TreeMap<>(waiting);
  }

  /** All of them at once, in an order that does not depend on theirs. */
  static <E> Weave<E> of(Collection<Insertion<E>> all) {
    Map<Dot, List<Insertion<E>>> followers = new HashMap<>();
    List<Insertion<E>> first = new ArrayList<>();
    SortedMap<Dot, Insertion<E>> left = new TreeMap<>();
    for (Insertion<E> row : all) {
      left.put(row.dot(), row);
      row.after()
          .map(dot -> followers.computeIfAbsent(dot, none -> new ArrayList<>()))
          .orElse(first)
          .add(row);
    }
    List<Insertion<E>> placed = new ArrayList<>(all.size());
    Deque<Insertion<E>> next = new ArrayDeque<>();
    pushAll(first, next);
    while (!next.isEmpty()) {
      Insertion<E> row = next.pop();
      placed.add(row);
      left.remove(row.dot());
      pushAll(followers.getOrDefault(row.dot(), List.of()), next);
    }
    return new Weave<>(Rows.of(placed), left);
  }

  private static <E> void pushAll(List<Insertion<E>> rows, Deque<Insertion<E>> next) {
    List<Insertion<E>> sorted = new ArrayList<>(rows);
    sorted.sort(Insertion.laterFirst());
    for (int i = sorted.size() - 1; i >= 0; i--) {
      next.push(sorted.get(i));
    }
  }

  Rows<E> rows() {
    return rows;
  }

  SortedMap<Dot, Insertion<E>> waiting() {
    return waiting;
  }

  /** One that was seen before: it may have been removed since, or collected. */
  void again(Insertion<E> row) {
    if (waiting.containsKey(row.dot())) {
      waiting.merge(row.dot(), row, Insertion::merge);
    } else if (row.isRemoved()) {
      Optional<Rows.Place> place = find(row.dot());
      if (place.isPresent() && !rows.get(place.get()).isRemoved()) {
        rows = rows.set(place.get(), row);
      }
    }
  }

  /** Those that were never seen, and what waited for them. */
  void insert(List<Insertion<E>> fresh) {
    fresh.forEach(row -> waiting.put(row.dot(), row));
    Map<Dot, List<Insertion<E>>> followers = new HashMap<>();
    for (Insertion<E> row : waiting.values()) {
      row.after()
          .ifPresent(dot -> followers.computeIfAbsent(dot, none -> new ArrayList<>()).add(row));
    }
    Deque<Insertion<E>> next = new ArrayDeque<>();
    for (Insertion<E> row : fresh) {
      next.push(row);
      while (!next.isEmpty()) {
        Insertion<E> first = next.pop();
        if (waiting.containsKey(first.dot()) && place(first)) {
          waiting.remove(first.dot());
          followers.getOrDefault(first.dot(), List.of()).forEach(next::push);
        }
      }
    }
  }

  private boolean place(Insertion<E> row) {
    Optional<Rows.Place> left = row.after().flatMap(this::find);
    if (row.after().isPresent() && left.isEmpty()) {
      return false;
    }
    rows = rows.insert(left, row);
    return true;
  }

  /** What changes next is mostly beside what changed last. */
  private Optional<Rows.Place> find(Dot dot) {
    Optional<Rows.Place> found =
        Optional.ofNullable(last).flatMap(place -> rows.near(place, dot)).or(() -> rows.find(dot));
    found.ifPresent(place -> last = place);
    return found;
  }
}
