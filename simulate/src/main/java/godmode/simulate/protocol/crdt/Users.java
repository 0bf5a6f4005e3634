package godmode.simulate.protocol.crdt;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Those who change the copies. They number what they do, so that no change has the number of
 * another; a change that its replica does not hear of was not made.
 *
 * @param replicas nodes from 0
 * @param changes at each of them, at most
 * @param pause mean time between two of them, in nanoseconds
 */
record Users<C>(int replicas, int changes, long pause)
    implements Protocol<Users.State, CrdtMessage<C>> {
  /** How many changes were asked of each replica. */
  record State(List<Integer> asked) {
    State {
      asked = List.copyOf(asked);
    }
  }

  @Override
  public State start(int self, Outbox<CrdtMessage<C>> out) {
    for (int replica = 0; replica < replicas; replica++) {
      out.arm(replica, 0, 2 * pause);
    }
    return new State(Collections.nCopies(replicas, 0));
  }

  @Override
  public State restart(State disk, int self, Outbox<CrdtMessage<C>> out) {
    return disk;
  }

  @Override
  public State receive(State state, int from, CrdtMessage<C> message, Outbox<CrdtMessage<C>> out) {
    return state;
  }

  /** There is a timer for each replica. */
  @Override
  public State expire(State state, int replica, Outbox<CrdtMessage<C>> out) {
    int round = state.asked.get(replica);
    if (round == changes) {
      return state;
    }
    out.arm(replica, 0, 2 * pause);
    out.send(replica, new CrdtMessage.Change<>(round));
    List<Integer> asked = new ArrayList<>(state.asked);
    asked.set(replica, round + 1);
    return new State(asked);
  }
}
