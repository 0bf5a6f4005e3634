package godmode.simulate.protocol.raft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log that never changes: a snapshot and the entries after it. Indexes begin at 1. */
public final class Log {
  private final Snapshot snapshot;
  private final Entry[] entries;
  private final Voters voters;
  private final int votersIndex;

  private Log(Snapshot snapshot, Entry[] entries) {
    this.snapshot = snapshot;
    this.entries = entries;
    int at = entries.length;
    while (at > 0 && !(entries[at - 1].command() instanceof Command.Members)) {
      at--;
    }
    this.voters =
        at > 0 && entries[at - 1].command() instanceof Command.Members members
            ? Voters.of(members.voters())
            : snapshot.voters();
    this.votersIndex = at > 0 ? snapshot.index() + at : snapshot.index();
  }

  /** No entries. */
  static Log empty(Voters voters) {
    return after(new Snapshot(0, 0, Store.EMPTY, voters));
  }

  static Log after(Snapshot snapshot) {
    return new Log(snapshot, new Entry[0]);
  }

  /** What its beginning was replaced with. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** Index of the last entry; 0 if there never was one. */
  public int last() {
    return snapshot.index() + entries.length;
  }

  /** Term of the last entry. */
  public int lastTerm() {
    return term(last());
  }

  /** Term of an entry; it is in the log or the last of the snapshot. */
  public int term(int index) {
    return index == snapshot.index() ? snapshot.term() : entry(index).term();
  }

  /** An entry after the snapshot. */
  public Entry entry(int index) {
    return entries[index - snapshot.index() - 1];
  }

  /** Who votes according to the last entry about it, committed or not. */
  public Voters voters() {
    return voters;
  }

  /** Index of that entry. */
  public int votersIndex() {
    return votersIndex;
  }

  Log with(Entry entry) {
    Entry[] more = Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = entry;
    return new Log(snapshot, more);
  }

  /** The same after these entries came, from this index on; what contradicts them is gone. */
  Log with(int from, List<Entry> news) {
    for (int i = 0; i < news.size(); i++) {
      int index = from + i;
      if (index <= snapshot.index()) {
        continue;
      }
      if (index > last() || term(index) != news.get(i).term()) {
        List<Entry> all = new ArrayList<>();
        for (int kept = snapshot.index() + 1; kept < index; kept++) {
          all.add(entry(kept));
        }
        all.addAll(news.subList(i, news.size()));
        return new Log(snapshot, all.toArray(Entry[]::new));
      }
    }
    return this;
  }

  List<Entry> from(int index, int most) {
    int begin = index - snapshot.index() - 1;
    int end = Math.min(entries.length, begin + most);
    return List.of(Arrays.copyOfRange(entries, begin, end));
  }

  /** The same with everything up to the state of this store in a snapshot. */
  Log compact(Store store) {
    int index = store.applied();
    Voters then = snapshot.voters();
    for (int i = snapshot.index() + 1; i <= index; i++) {
      if (entry(i).command() instanceof Command.Members members) {
        then = Voters.of(members.voters());
      }
    }
    Snapshot newer = new Snapshot(index, term(index), store, then);
    return new Log(newer, Arrays.copyOfRange(entries, index - snapshot.index(), entries.length));
  }

  /** The same after a snapshot came; entries that follow it are kept if it agrees with them. */
  Log with(Snapshot newer) {
    boolean agrees =
        newer.index() <= last()
            && newer.index() >= snapshot.index()
            && term(newer.index()) == newer.term();
    return agrees
        ? new Log(
            newer, Arrays.copyOfRange(entries, newer.index() - snapshot.index(), entries.length))
        : after(newer);
  }

  /** Whether nothing has happened to it. */
  @SuppressWarnings("ReferenceEquality") // logs never change, and comparing entries takes long
  boolean isSame(Log other) {
    return this == other;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Log log
        && snapshot.equals(log.snapshot)
        && Arrays.equals(entries, log.entries);
  }

  @Override
  public int hashCode() {
    return 31 * snapshot.hashCode() + Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return "log to " + last() + " of term " + lastTerm();
  }
}
