package godmode.simulate.protocol.raft;

import godmode.simulate.kernel.Journal.Edge;
import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.raft.RaftMessage.Read;
import godmode.simulate.protocol.raft.RaftMessage.Reply;
import godmode.simulate.protocol.raft.RaftMessage.Write;

/**
 * A client that reads and writes, one request after the other, and asks again until it is answered.
 *
 * @param servers it may ask, from 0
 * @param items it reads and writes
 * @param thinks mean time between two requests, in nanoseconds
 * @param patience how long it waits until it asks somebody else
 * @param until it begins nothing after this time
 */
public record RaftClient(int servers, int items, long thinks, long patience, long until)
    implements Protocol<RaftClient.State, RaftMessage> {
  private static final int THINK = 0;
  private static final int RETRY = 1;
  private static final int SERIALS_MAX = 1_000_000;

  /**
   * What it knows.
   *
   * @param serial of its last request
   * @param target the server that it asks
   * @param value that it writes; 0 if it reads
   * @param isWaiting it has not been answered
   */
  public record State(int self, int serial, int target, int item, int value, boolean isWaiting) {}

  @Override
  public State start(int self, Outbox<RaftMessage> out) {
    out.arm(THINK, 0, 2 * thinks);
    return new State(self, 0, out.draw(servers), 0, 0, false);
  }

  @Override
  public State restart(State disk, int self, Outbox<RaftMessage> out) {
    return disk;
  }

  @Override
  public State expire(State state, int timer, Outbox<RaftMessage> out) {
    if (timer == RETRY) {
      State again = at(state, out.draw(servers));
      ask(again, out);
      return again;
    }
    if (out.clock() >= until) {
      return state;
    }
    int serial = state.serial + 1;
    int item = out.draw(items);
    boolean writes = out.draw(2) == 0;
    int value = writes ? (state.self - servers + 1) * SERIALS_MAX + serial : 0;
    State next = new State(state.self, serial, state.target, item, value, true);
    out.record(writes ? Edge.BEGIN_WRITE : Edge.BEGIN_READ, item, value);
    ask(next, out);
    return next;
  }

  private static State at(State state, int target) {
    return new State(state.self, state.serial, target, state.item, state.value, state.isWaiting);
  }

  private void ask(State state, Outbox<RaftMessage> out) {
    out.send(
        state.target,
        state.value == 0
            ? new Read(state.serial, state.item)
            : new Write(state.serial, state.item, state.value));
    out.arm(RETRY, patience, patience);
  }

  @Override
  public State receive(State state, int from, RaftMessage message, Outbox<RaftMessage> out) {
    if (!(message instanceof Reply reply) || !state.isWaiting || reply.serial() != state.serial) {
      return state;
    }
    if (!reply.isDone()) {
      int target = reply.leader() == RaftState.NOBODY ? out.draw(servers) : reply.leader();
      out.arm(RETRY, patience / 4, patience / 2);
      return at(state, target);
    }
    out.disarm(RETRY);
    out.arm(THINK, 0, 2 * thinks);
    out.record(state.value == 0 ? Edge.END_READ : Edge.END_WRITE, state.item, reply.value());
    return new State(state.self, state.serial, state.target, state.item, state.value, false);
  }
}
