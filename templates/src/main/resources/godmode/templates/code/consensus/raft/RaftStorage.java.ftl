package ${it.packageName()};

import java.io.IOException;
import java.util.List;

/** Where a server keeps what it has to find again after a crash. */
public interface RaftStorage {
  /** What all saved records have made of the state of a new server. */
  RaftState load() throws IOException;

  /** Saves records, all or none; they are on disk when it returns. */
  void save(List<RaftRecord> records) throws IOException;

  /** Records in a journal, which a snapshot makes short again. */
  record OfJournal(RaftJournal journal) implements RaftStorage {
    @Override
    public RaftState load() throws IOException {
      RaftState state = new RaftState();
      for (byte[] block : journal.read()) {
        RaftCodec.records(block).forEach(state::apply);
      }
      return state;
    }

    @Override
    public void save(List<RaftRecord> records) throws IOException {
      if (records.stream().anyMatch(RaftRecord.Snapshot.class::isInstance)) {
        RaftState state = load();
        records.forEach(state::apply);
        journal.replace(RaftCodec.bytes(state.records()));
      } else if (!records.isEmpty()) {
        journal.append(RaftCodec.bytes(records));
      }
    }
  }
}
