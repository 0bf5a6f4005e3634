package ${it.packageName()};

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sequence that every replica edits without asking, such as a text or a list of tasks (RGA; Roh
 * et al., Replicated abstract data types, 2011). An element stands right of the one that its writer
 * saw to its left; of several inserted at one place the latest stands first. A removed element
 * leaves a tombstone, next to which others may be inserting, until {@link #collect}.
 *
 * <p>Send whole copies, in any order and as often as you like. A replica changes its own copy only,
 * one change after another, and keeps that copy over a restart. Every change copies the sequence:
 * for texts of many pages keep it in a balanced tree.
 *
 * @param rows by where they were inserted
 * @param seen the time of the last insertion of each replica that this copy has heard of
 */
public record ReplicatedGrowableArray<E>(
    SortedMap<ReplicatedGrowableArray.Insertion, ReplicatedGrowableArray.Row<E>> rows,
    Map<String, Long> seen) {
  private static final Insertion START = new Insertion(0, "");

  /** What every element was inserted as, and keeps for good: a time in no unit, and by whom. */
  public record Insertion(long time, String replica) implements Comparable<Insertion> {
    @Override
    public int compareTo(Insertion other) {
      int byTime = Long.compare(time, other.time);
<#if it.kept("tell insertions of one time apart")>
      return byTime != 0 ? byTime : replica.compareTo(other.replica);
<#else>
      return byTime;
</#if>
    }
  }

  /**
   * An element and where it stands.
   *
   * @param after what its writer saw to its left
   * @param element empty once it was removed
   */
  public record Row<E>(Insertion after, Optional<E> element) {}

  public ReplicatedGrowableArray {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    seen = Map.copyOf(seen);
  }

  /** No elements yet. */
  public static <E> ReplicatedGrowableArray<E> empty() {
    return new ReplicatedGrowableArray<>(new TreeMap<>(), Map.of());
  }

  /** The copy of this replica after it inserted; the first of these stands at {@code index}. */
  public ReplicatedGrowableArray<E> insert(String replica, int index, List<E> elements) {
    List<Insertion> left = visible();
    Objects.checkIndex(index, left.size() + 1);
    Insertion after = index == 0 ? START : left.get(index - 1);
<#if it.kept("stamp above what was seen")>
    long time = seen.values().stream().mapToLong(Long::longValue).max().orElse(0);
<#else>
    long time = seen.getOrDefault(replica, 0L);
</#if>
    SortedMap<Insertion, Row<E>> changed = new TreeMap<>(rows);
    for (E element : elements) {
      Insertion next = new Insertion(++time, replica);
      changed.put(next, new Row<>(after, Optional.of(element)));
      after = next;
    }
    Map<String, Long> counted = new HashMap<>(seen);
    counted.put(replica, time);
    return new ReplicatedGrowableArray<>(changed, counted);
  }

  /** The copy after {@code count} elements were removed, from {@code index} on. */
  public ReplicatedGrowableArray<E> remove(int index, int count) {
    List<Insertion> left = visible();
    Objects.checkFromIndexSize(index, count, left.size());
    SortedMap<Insertion, Row<E>> changed = new TreeMap<>(rows);
    for (Insertion removed : left.subList(index, index + count)) {
<#if it.kept("leave a tombstone")>
      changed.computeIfPresent(removed, (at, row) -> new Row<>(row.after(), Optional.empty()));
<#else>
      changed.remove(removed);
</#if>
    }
    return new ReplicatedGrowableArray<>(changed, seen);
  }

  /** What is in it, from left to right. */
  public List<E> elements() {
    return visible().stream().map(at -> rows.get(at).element().orElseThrow()).toList();
  }

  private List<Insertion> visible() {
    Map<Insertion, List<Insertion>> followers = new HashMap<>();
    rows.forEach(
        (at, row) -> followers.computeIfAbsent(row.after(), none -> new ArrayList<>()).add(at));
    List<Insertion> found = new ArrayList<>();
    Deque<Insertion> next = new ArrayDeque<>(List.of(START));
    while (!next.isEmpty()) {
      Insertion at = next.pop();
      if (rows.containsKey(at) && rows.get(at).element().isPresent()) {
        found.add(at);
      }
      List<Insertion> behind = followers.getOrDefault(at, List.of());
<#if it.kept("the latest stands first")>
      behind.forEach(next::push); // pushed last, popped first
<#else>
      for (int i = behind.size() - 1; i >= 0; i--) {
        next.push(behind.get(i));
      }
</#if>
    }
    return found;
  }

  /** What has seen everything that one of the two has. */
  public ReplicatedGrowableArray<E> merge(ReplicatedGrowableArray<E> other) {
    SortedMap<Insertion, Row<E>> all = new TreeMap<>();
    rows.forEach(
        (at, row) -> {
          if (other.rows.containsKey(at)) {
            all.put(at, merged(row, other.rows.get(at)));
          } else if (!other.heardOf(at)) {
            all.put(at, row);
          }
        });
    other.rows.forEach(
        (at, row) -> {
          if (!heardOf(at)) {
            all.put(at, row);
          }
        });
    Map<String, Long> counted = new HashMap<>(seen);
    other.seen.forEach((replica, time) -> counted.merge(replica, time, Math::max));
    return new ReplicatedGrowableArray<>(all, counted);
  }

  private boolean heardOf(Insertion at) {
    return at.time() <= seen.getOrDefault(at.replica(), 0L);
  }

  private static <E> Row<E> merged(Row<E> one, Row<E> other) {
<#if it.kept("remember what was removed")>
    return one.element().isEmpty() ? one : other;
<#else>
    return one.element().isPresent() ? one : other;
</#if>
  }

  /**
   * The copy without the tombstones that every replica has and nothing stands behind: no replica
   * can insert next to them any more.
   *
   * @param copies the last one of every replica there is; with one missing, what that one inserts
   *     next to a dropped tombstone is never shown
   */
  public ReplicatedGrowableArray<E> collect(Collection<ReplicatedGrowableArray<E>> copies) {
    ReplicatedGrowableArray<E> all = this;
    for (ReplicatedGrowableArray<E> copy : copies) {
      all = all.merge(copy);
    }
    TreeMap<Insertion, Row<E>> kept = new TreeMap<>(all.rows);
    Set<Insertion> needed = new HashSet<>();
    for (Insertion at : List.copyOf(kept.descendingKeySet())) { // followers come later in time
<#if it.kept("collect what all have removed")>
      boolean gone =
          kept.get(at).element().isEmpty()
              && copies.stream().allMatch(copy -> copy.hasRemoved(at));
<#else>
      boolean gone = kept.get(at).element().isEmpty();
</#if>
      if (gone && !needed.contains(at)) {
        kept.remove(at);
      } else {
        needed.add(kept.get(at).after());
      }
    }
    return new ReplicatedGrowableArray<>(kept, all.seen);
  }

  private boolean hasRemoved(Insertion at) {
    return rows.containsKey(at) ? rows.get(at).element().isEmpty() : heardOf(at);
  }
}
