package ${it.packageName()};

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a server has on disk: its promise, a snapshot, and what it accepted after it. */
public final class PaxosState {
  private long promised;
  private PaxosRecord.Snapshot snapshot = new PaxosRecord.Snapshot(0, new byte[0]);
  private final TreeMap<Long, PaxosRecord.Accepted> accepted = new TreeMap<>();

  /** The state after one more record. */
  public void apply(PaxosRecord record) {
    if (record instanceof PaxosRecord.Promised next) {
      promised = next.ballot();
    } else if (record instanceof PaxosRecord.Accepted next) {
      accepted.put(next.entry().index(), next);
    } else if (record instanceof PaxosRecord.Snapshot next) {
      snapshot = next;
      accepted.headMap(next.index(), true).clear();
    }
  }

  /** The highest ballot that it takes part in. */
  public long promised() {
    return promised;
  }

  /** The latest snapshot; of index 0 where there is none. */
  public PaxosRecord.Snapshot snapshot() {
    return snapshot;
  }

  /** In which ballot it accepted what it has in a slot; -1 where it has nothing. */
  public long ballot(long index) {
    PaxosRecord.Accepted here = accepted.get(index);
    return here == null ? -1 : here.ballot();
  }

  /** What it has accepted in a slot. */
  public PaxosRecord.Entry entry(long index) {
    return accepted.get(index).entry();
  }

  /** The last slot in which it has anything. */
  public long lastIndex() {
    return accepted.isEmpty() ? snapshot.index() : accepted.lastKey();
  }

  /** What it has accepted behind an index. */
  public List<PaxosRecord.Accepted> behind(long index) {
    return List.copyOf(accepted.tailMap(index, false).values());
  }

  /** The fewest records that make this state. */
  public List<PaxosRecord> records() {
    List<PaxosRecord> all = new ArrayList<>();
    all.add(new PaxosRecord.Promised(promised));
    all.add(snapshot);
    all.addAll(accepted.values());
    return all;
  }
}
