package godmode.simulate.protocol.raft;

import java.util.List;

/** What an entry of the log says. */
public sealed interface Command {
  /** Nothing: the first entry of a leader. */
  record NoOp() implements Command {}

  /**
   * A client writes.
   *
   * @param serial of the request: one that was carried out is not carried out again
   */
  record Put(int client, int serial, int item, int value) implements Command {}

  /** These servers vote from now on. */
  record Members(List<Integer> voters) implements Command {
    public Members {
      voters = List.copyOf(voters);
    }
  }
}
