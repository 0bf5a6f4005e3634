package godmode.simulate.protocol.quorum;

import godmode.simulate.kernel.Journal.Edge;
import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.quorum.QuorumMessage.Done;
import godmode.simulate.protocol.quorum.QuorumMessage.Get;
import godmode.simulate.protocol.quorum.QuorumMessage.Put;

/**
 * A client that asks any node, and gives up a request that takes too long.
 *
 * @param servers it may ask, from 0
 * @param thinks mean time between two requests, in nanoseconds
 * @param patience after which it gives up
 * @param until it begins nothing after this time
 */
public record QuorumClient(int servers, int items, long thinks, long patience, long until)
    implements Protocol<QuorumClient.State, QuorumMessage> {
  private static final int THINK = 0;
  private static final int GIVE_UP = 1;
  private static final int SERIALS_MAX = 1_000_000;

  /**
   * What it knows.
   *
   * @param value that it writes; 0 if it reads
   */
  public record State(int self, int serial, int item, int value, boolean isWaiting) {}

  @Override
  public State start(int self, Outbox<QuorumMessage> out) {
    out.arm(THINK, 0, 2 * thinks);
    return new State(self, 0, 0, 0, false);
  }

  @Override
  public State restart(State disk, int self, Outbox<QuorumMessage> out) {
    return disk;
  }

  private State rest(State state, Outbox<QuorumMessage> out) {
    out.disarm(GIVE_UP);
    out.arm(THINK, 0, 2 * thinks);
    return new State(state.self, state.serial, state.item, state.value, false);
  }

  @Override
  public State expire(State state, int timer, Outbox<QuorumMessage> out) {
    if (timer == GIVE_UP) {
      out.record(state.value == 0 ? Edge.FAILED : Edge.UNKNOWN, state.item, state.value);
      return rest(state, out);
    }
    if (out.clock() >= until) {
      return state;
    }
    int serial = state.serial + 1;
    int item = out.draw(items);
    boolean writes = out.draw(2) == 0;
    int value = writes ? (state.self - servers + 1) * SERIALS_MAX + serial : 0;
    out.record(writes ? Edge.BEGIN_WRITE : Edge.BEGIN_READ, item, value);
    out.send(out.draw(servers), writes ? new Put(serial, item, value) : new Get(serial, item));
    out.arm(GIVE_UP, patience, patience);
    return new State(state.self, serial, item, value, true);
  }

  @Override
  public State receive(State state, int from, QuorumMessage message, Outbox<QuorumMessage> out) {
    if (!(message instanceof Done done) || !state.isWaiting || done.serial() != state.serial) {
      return state;
    }
    out.record(
        state.value == 0 ? Edge.END_READ : Edge.END_WRITE, state.item, done.version().value());
    return rest(state, out);
  }
}
