package godmode.simulate.protocol.failover;

import godmode.simulate.kernel.Journal.Edge;
import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.failover.FailoverMessage.Read;
import godmode.simulate.protocol.failover.FailoverMessage.Reply;
import godmode.simulate.protocol.failover.FailoverMessage.Write;

/**
 * A client that looks for the primary, and gives up a request that takes too long.
 *
 * @param servers it may ask, from 0
 * @param thinks mean time between two requests, in nanoseconds
 * @param patience after which it gives up
 * @param until it begins nothing after this time
 */
public record FailoverClient(int servers, int items, long thinks, long patience, long until)
    implements Protocol<FailoverClient.State, FailoverMessage> {
  private static final int THINK = 0;
  private static final int GIVE_UP = 1;
  private static final int SERIALS_MAX = 1_000_000;

  /**
   * What it knows.
   *
   * @param target the server that it takes for the primary
   * @param value that it writes; 0 if it reads
   */
  public record State(int self, int serial, int target, int item, int value, boolean isWaiting) {}

  @Override
  public State start(int self, Outbox<FailoverMessage> out) {
    out.arm(THINK, 0, 2 * thinks);
    return new State(self, 0, 0, 0, 0, false);
  }

  @Override
  public State restart(State disk, int self, Outbox<FailoverMessage> out) {
    return disk;
  }

  private State rest(State state, int target, Outbox<FailoverMessage> out) {
    out.disarm(GIVE_UP);
    out.arm(THINK, 0, 2 * thinks);
    return new State(state.self, state.serial, target, state.item, state.value, false);
  }

  @Override
  public State expire(State state, int timer, Outbox<FailoverMessage> out) {
    if (timer == GIVE_UP) {
      out.record(state.value == 0 ? Edge.FAILED : Edge.UNKNOWN, state.item, state.value);
      return rest(state, out.draw(servers), out);
    }
    if (out.clock() >= until) {
      return state;
    }
    int serial = state.serial + 1;
    int item = out.draw(items);
    boolean writes = out.draw(2) == 0;
    int value = writes ? (state.self - servers) * SERIALS_MAX + serial : 0;
    out.record(writes ? Edge.BEGIN_WRITE : Edge.BEGIN_READ, item, value);
    out.send(state.target, writes ? new Write(serial, item, value) : new Read(serial, item));
    out.arm(GIVE_UP, patience, patience);
    return new State(state.self, serial, state.target, item, value, true);
  }

  @Override
  public State receive(
      State state, int from, FailoverMessage message, Outbox<FailoverMessage> out) {
    if (!(message instanceof Reply reply)
        || !state.isWaiting
        || reply.serial() != state.serial
        || from != state.target) {
      return state;
    }
    if (!reply.isDone()) {
      out.record(Edge.FAILED, state.item, state.value);
      return rest(state, out.draw(servers), out);
    }
    out.record(state.value == 0 ? Edge.END_READ : Edge.END_WRITE, state.item, reply.value());
    return rest(state, state.target, out);
  }
}
