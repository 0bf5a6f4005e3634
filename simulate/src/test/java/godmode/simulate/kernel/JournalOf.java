package godmode.simulate.kernel;

/** Lets tests write a journal; entry i is made at i milliseconds. */
public final class JournalOf {
  private static final long MILLI = 1_000_000;

  private final Journal journal = new Journal();

  /** Adds an entry. */
  public void add(int client, Journal.Edge edge, int item, int value) {
    journal.add(journal.size() * MILLI, client, edge, item, value);
  }

  /** What was written. */
  public Journal journal() {
    return journal;
  }
}
