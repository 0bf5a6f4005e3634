package godmode.simulate.protocol.bully;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.bully.BullyMessage.Alive;
import godmode.simulate.protocol.bully.BullyMessage.Elect;
import godmode.simulate.protocol.bully.BullyMessage.Leader;

/**
 * The highest node that runs leads. Who misses the leader asks those that are higher; who is not
 * answered leads.
 *
 * @param nodes all of them
 * @param heartbeat how often a leader is heard, in nanoseconds
 * @param patience how long a node waits for a leader or an answer
 * @param isMeek a node follows whoever leads, however low
 */
public record Bully(int nodes, long heartbeat, long patience, boolean isMeek)
    implements Protocol<Bully.State, BullyMessage> {
  /** No node. */
  public static final int NOBODY = -1;

  private static final int HEARTBEAT = 0;
  private static final int PATIENCE = 1;

  /**
   * What a node knows. Nothing is on its disk.
   *
   * @param leader as far as known, or {@link #NOBODY}
   * @param isAsking it waits for answers of higher nodes
   */
  public record State(int self, int leader, boolean isAsking) {
    /** Whether it leads. */
    public boolean isLeader() {
      return leader == self;
    }
  }

  @Override
  public State start(int self, Outbox<BullyMessage> out) {
    out.arm(PATIENCE, patience, 2 * patience);
    return new State(self, NOBODY, false);
  }

  @Override
  public State restart(State disk, int self, Outbox<BullyMessage> out) {
    return start(self, out);
  }

  private State ask(int self, Outbox<BullyMessage> out) {
    for (int higher = self + 1; higher < nodes; higher++) {
      out.send(higher, new Elect());
    }
    out.disarm(HEARTBEAT);
    out.arm(PATIENCE, patience, patience);
    return new State(self, NOBODY, true);
  }

  private State lead(int self, Outbox<BullyMessage> out) {
    for (int other = 0; other < nodes; other++) {
      if (other != self) {
        out.send(other, new Leader());
      }
    }
    out.arm(HEARTBEAT, heartbeat, heartbeat);
    return new State(self, self, false);
  }

  @Override
  public State receive(State state, int from, BullyMessage message, Outbox<BullyMessage> out) {
    if (message instanceof Elect) {
      out.send(from, new Alive());
      return state.isAsking || state.isLeader() ? state : ask(state.self, out);
    }
    if (message instanceof Alive) {
      out.arm(PATIENCE, 2 * patience, 3 * patience);
      return new State(state.self, state.leader, false);
    }
    if (message instanceof Leader) {
      if (from < state.self && !isMeek) {
        return state.isAsking || state.isLeader() ? state : ask(state.self, out);
      }
      out.disarm(HEARTBEAT);
      out.arm(PATIENCE, patience, 2 * patience);
      return new State(state.self, from, false);
    }
    return state;
  }

  @Override
  public State expire(State state, int timer, Outbox<BullyMessage> out) {
    if (timer == HEARTBEAT) {
      return state.isLeader() ? lead(state.self, out) : state;
    }
    if (state.isLeader()) {
      return state;
    }
    return state.isAsking ? lead(state.self, out) : ask(state.self, out);
  }
}
