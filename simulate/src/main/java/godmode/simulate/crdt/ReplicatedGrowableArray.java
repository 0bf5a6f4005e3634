package godmode.simulate.crdt;

import godmode.simulate.clock.CausalContext;
import godmode.simulate.clock.Dot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sequence, such as a text (RGA; Roh et al., Replicated Abstract Data Types, 2011). An element
 * stands right of the one that its writer saw to its left; of several inserted at one place the
 * latest stands first. A removed element leaves a tombstone until {@link #collect}.
 */
public final class ReplicatedGrowableArray<E> implements Crdt<ReplicatedGrowableArray<E>> {
  private static final int ONE_BY_ONE_MAX = 64;

  private final Rows<E> rows;
  private final SortedMap<Dot, Insertion<E>> waiting;
  private final CausalContext seen;
  private final long time;

  private ReplicatedGrowableArray(Weave<E> weave, CausalContext seen, long time) {
    this.rows = weave.rows();
    this.waiting = Collections.unmodifiableSortedMap(weave.waiting());
    this.seen = seen;
    this.time = time;
  }

  /** No elements yet. */
  public static <E> ReplicatedGrowableArray<E> empty() {
    return new ReplicatedGrowableArray<>(
        new Weave<>(Rows.of(List.of()), new TreeMap<>()), CausalContext.EMPTY, 0);
  }

  /** The delta that inserts, so that the first of these stands at {@code index}. */
  public ReplicatedGrowableArray<E> insert(String replica, int index, List<E> elements) {
    Objects.checkIndex(index, size() + 1);
    Optional<Dot> after =
        index == 0 ? Optional.empty() : Optional.of(rows.visible(index - 1, 1).get(0).dot());
    Dot dot = seen.next(replica);
    long now = time;
    List<Insertion<E>> delta = new ArrayList<>(elements.size());
    for (E element : elements) {
      now = Math.addExact(now, 1);
      delta.add(new Insertion<>(dot, now, after, Optional.of(element)));
      after = Optional.of(dot);
      dot = new Dot(replica, dot.number() + 1);
    }
    return ReplicatedGrowableArray.<E>empty().with(delta);
  }

  /** The delta that removes {@code count} elements from {@code index} on. */
  public ReplicatedGrowableArray<E> remove(int index, int count) {
    Objects.checkFromIndexSize(index, count, size());
    List<Insertion<E>> delta = new ArrayList<>(count);
    rows.visible(index, count).forEach(row -> delta.add(row.removed()));
    return ReplicatedGrowableArray.<E>empty().with(delta);
  }

  /** What is in it, from left to right. */
  public List<E> elements() {
    List<E> all = new ArrayList<>();
    rows.forEach(row -> row.element().ifPresent(all::add));
    return all;
  }

  /** How many elements it has. */
  public int size() {
    return rows.visible();
  }

  /** How many removed elements it still holds. */
  public int tombstones() {
    return rows.size() - rows.visible();
  }

  @Override
  public ReplicatedGrowableArray<E> merge(ReplicatedGrowableArray<E> other) {
    List<Insertion<E>> theirs = other.held();
    if (other.seen.changes() > theirs.size()) { // it has collected some
      return whole(other, theirs);
    }
    List<Insertion<E>> news = news(theirs);
    return news.size() <= ONE_BY_ONE_MAX + rows.size() / 16 ? with(news) : whole(other, theirs);
  }

  /** Those that were never seen, and those that are removed there and not here. */
  private List<Insertion<E>> news(List<Insertion<E>> theirs) {
    Set<Dot> tombstones = new HashSet<>();
    if (theirs.size() > ONE_BY_ONE_MAX) {
      rows.forEach(
          row -> {
            if (row.isRemoved()) {
              tombstones.add(row.dot());
            }
          });
    }
    List<Insertion<E>> news = new ArrayList<>();
    for (Insertion<E> row : theirs) {
      boolean isNews =
          row.isRemoved() ? !tombstones.contains(row.dot()) : !seen.contains(row.dot());
      if (isNews) {
        news.add(row);
      }
    }
    return news;
  }

  /** The delta way: these one by one, the rest as it is. */
  private ReplicatedGrowableArray<E> with(List<Insertion<E>> some) {
    Weave<E> weave = new Weave<>(rows, waiting);
    List<Insertion<E>> fresh = new ArrayList<>();
    long latest = time;
    for (Insertion<E> row : some) {
      latest = Math.max(latest, row.time());
      if (seen.contains(row.dot())) {
        weave.again(row);
      } else {
        fresh.add(row);
      }
    }
    weave.insert(fresh);
    CausalContext all =
        fresh.isEmpty()
            ? seen
            : seen.merge(CausalContext.of(fresh.stream().map(Insertion::dot).toList()));
    return new ReplicatedGrowableArray<>(weave, all, latest);
  }

  /** The state way: what both hold, and what one holds that the other has never seen. */
  private ReplicatedGrowableArray<E> whole(
      ReplicatedGrowableArray<E> other, List<Insertion<E>> theirs) {
    Map<Dot, Insertion<E>> left = new LinkedHashMap<>();
    theirs.forEach(row -> left.put(row.dot(), row));
    List<Insertion<E>> all = new ArrayList<>();
    for (Insertion<E> row : held()) {
      Insertion<E> same = left.remove(row.dot());
      if (same != null) {
        all.add(row.merge(same));
      } else if (!other.seen.contains(row.dot())) {
        all.add(row);
      }
    }
    left.values().stream().filter(row -> !seen.contains(row.dot())).forEach(all::add);
    return new ReplicatedGrowableArray<>(
        Weave.of(all), seen.merge(other.seen), Math.max(time, other.time));
  }

  /**
   * Drops the tombstones that every replica has and nothing stands behind. No replica can insert
   * next to them any more, and what was inserted before is here.
   *
   * @param copies what each replica last sent, of all replicas there are, each sent after it had
   *     received the removals; with one replica missing, what it inserts next to a dropped
   *     tombstone is never shown
   */
  public ReplicatedGrowableArray<E> collect(Collection<ReplicatedGrowableArray<E>> copies) {
    ReplicatedGrowableArray<E> all = this;
    for (ReplicatedGrowableArray<E> copy : copies) {
      all = all.merge(copy);
    }
    Map<Dot, Integer> agreed = new HashMap<>();
    for (ReplicatedGrowableArray<E> copy : copies) {
      copy.rows.forEach(
          row -> {
            if (row.isRemoved()) {
              agreed.merge(row.dot(), 1, Integer::sum);
            }
          });
    }
    Set<Dot> needed = new HashSet<>();
    all.waiting.values().forEach(row -> row.after().ifPresent(needed::add));
    List<Insertion<E>> kept = new ArrayList<>();
    List<Insertion<E>> held = all.held();
    for (int i = held.size() - 1; i >= 0; i--) {
      Insertion<E> row = held.get(i);
      boolean stable = agreed.getOrDefault(row.dot(), 0) == copies.size();
      if (!row.isRemoved() || !stable || needed.contains(row.dot())) {
        kept.add(row);
        row.after().ifPresent(needed::add);
      }
    }
    return new ReplicatedGrowableArray<>(Weave.of(kept), all.seen, all.time);
  }

  private List<Insertion<E>> held() {
    List<Insertion<E>> all = rows.all();
    all.addAll(waiting.values());
    return all;
  }

  @Override
  public int entries() {
    return rows.size() + waiting.size() + seen.entries();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReplicatedGrowableArray<?> that
        && time == that.time
        && seen.equals(that.seen)
        && waiting.equals(that.waiting)
        && rows.all().equals(that.rows.all());
  }

  @Override
  public int hashCode() {
    return Objects.hash(time, seen);
  }

  @Override
  public String toString() {
    return elements().toString();
  }
}
