package godmode.simulate.kernel;

/** The effects of a step. Nodes are numbered from 0: first the servers, then the clients. */
public interface Outbox<M> {
  /** Sends a message; it may be lost. */
  void send(int to, M message);

  /**
   * Arms a timer, instead of one with the same number that was armed before. It fires between the
   * two delays, in nanoseconds as the clock of this node counts them.
   */
  void arm(int timer, long least, long most);

  /** Takes a timer back. */
  void disarm(int timer);

  /** What the clock of this node shows, in nanoseconds. */
  long clock();

  /** A whole number from 0 to one less than the bound, by chance. */
  int draw(int bound);

  /** Flushes to the disk: the state after this step survives a loss of power. */
  void flush();

  /** A client begins or ends an operation. */
  void record(Journal.Edge edge, int item, int value);
}
