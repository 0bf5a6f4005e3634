package godmode.simulate.protocol.raft;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.raft.RaftMessage.Change;

/**
 * Somebody who moves servers in and out, one at a time, at random.
 *
 * @param servers there are, from 0
 * @param every mean time between two changes, in nanoseconds
 * @param until it changes nothing after this time
 */
public record RaftAdmin(int servers, long every, long until)
    implements Protocol<RaftAdmin.State, RaftMessage> {
  /** It remembers nothing. */
  public record State(int changes) {}

  @Override
  public State start(int self, Outbox<RaftMessage> out) {
    out.arm(0, 0, 2 * every);
    return new State(0);
  }

  @Override
  public State restart(State disk, int self, Outbox<RaftMessage> out) {
    return disk;
  }

  @Override
  public State expire(State state, int timer, Outbox<RaftMessage> out) {
    if (out.clock() >= until) {
      return state;
    }
    Change change = new Change(out.draw(servers), out.draw(2) == 0);
    for (int server = 0; server < servers; server++) {
      out.send(server, change);
    }
    out.arm(0, 0, 2 * every);
    return new State(state.changes + 1);
  }

  @Override
  public State receive(State state, int from, RaftMessage message, Outbox<RaftMessage> out) {
    return state;
  }
}
