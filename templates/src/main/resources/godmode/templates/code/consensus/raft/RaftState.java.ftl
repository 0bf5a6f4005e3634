package ${it.packageName()};

import java.util.ArrayList;
import java.util.List;

/** What a server has on disk: its term and vote, a snapshot, and the entries after it. */
public final class RaftState {
  private RaftRecord.Ballot ballot = new RaftRecord.Ballot(0, RaftRecord.NOBODY);
  private RaftRecord.Snapshot snapshot = new RaftRecord.Snapshot(0, 0, new byte[0]);
  private final List<RaftRecord.Entry> entries = new ArrayList<>();

  /** The state after one more record. */
  public void apply(RaftRecord record) {
    if (record instanceof RaftRecord.Ballot next) {
      ballot = next;
    } else if (record instanceof RaftRecord.Entry entry) {
      entries.subList(at(entry.index()), entries.size()).clear();
      entries.add(entry);
    } else if (record instanceof RaftRecord.Snapshot next) {
      boolean goesOn = term(next.index()) == next.term();
      entries.subList(0, goesOn ? at(next.index()) + 1 : entries.size()).clear();
      snapshot = next;
    }
  }

  private int at(long index) {
    return (int) (index - snapshot.index() - 1);
  }

  /** Its term. */
  public long term() {
    return ballot.term();
  }

  /** Who has its vote in this term. */
  public int votedFor() {
    return ballot.votedFor();
  }

  /** The latest snapshot; of index 0 where there is none. */
  public RaftRecord.Snapshot snapshot() {
    return snapshot;
  }

  /** The index of the last entry. */
  public long lastIndex() {
    return snapshot.index() + entries.size();
  }

  /** The term of an entry; -1 where there is none, or only what a snapshot has made of it. */
  public long term(long index) {
    if (index == snapshot.index()) {
      return snapshot.term();
    }
    return index < snapshot.index() || index > lastIndex() ? -1 : entry(index).term();
  }

  /** An entry behind the snapshot. */
  public RaftRecord.Entry entry(long index) {
    return entries.get(at(index));
  }

  /** At most so many entries from an index on. */
  public List<RaftRecord.Entry> from(long index, int most) {
    int first = Math.min(at(index), entries.size());
    return List.copyOf(entries.subList(first, Math.min(first + most, entries.size())));
  }

  /** The fewest records that make this state. */
  public List<RaftRecord> records() {
    List<RaftRecord> all = new ArrayList<>(List.of(ballot, snapshot));
    all.addAll(entries);
    return all;
  }
}
