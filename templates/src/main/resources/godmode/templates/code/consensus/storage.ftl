package ${it.packageName()};

import java.io.IOException;
import java.util.List;

/** Where a server keeps what it has to find again after a crash. */
public interface ${name}Storage {
  /** What all saved records have made of the state of a new server. */
  ${name}State load() throws IOException;

  /** Saves records, all or none; they are on disk when it returns. */
  void save(List<${name}Record> records) throws IOException;

  /** Records in a journal, which a snapshot makes short again. */
  record OfJournal(${name}Journal journal) implements ${name}Storage {
    @Override
    public ${name}State load() throws IOException {
      ${name}State state = new ${name}State();
      for (byte[] block : journal.read()) {
        ${name}Codec.records(block).forEach(state::apply);
      }
      return state;
    }

    @Override
    public void save(List<${name}Record> records) throws IOException {
      if (records.stream().anyMatch(${name}Record.Snapshot.class::isInstance)) {
        ${name}State state = load();
        records.forEach(state::apply);
        journal.replace(${name}Codec.bytes(state.records()));
      } else if (!records.isEmpty()) {
        journal.append(${name}Codec.bytes(records));
      }
    }
  }
}
