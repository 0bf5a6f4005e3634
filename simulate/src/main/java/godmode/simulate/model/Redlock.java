package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A lock kept on several independent nodes, of which a client needs most
 * (https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/). Two clients ask for
 * it; neither gives it back. A node may restart, or its clock may jump so that it forgets a key
 * before its time (Kleppmann, How to do distributed locking, 2016).
 *
 * @param nodes 1 to 7
 * @param needed nodes that must grant it
 * @param restarts how many nodes may restart
 * @param remembers whether a node still knows its keys after a restart, or stays away until they
 *     have run out
 * @param jumps how many clocks may jump ahead
 */
public record Redlock(int nodes, int needed, int restarts, boolean remembers, int jumps)
    implements Model<Redlock.World, Redlock.Action> {
  private static final int NODES_MAX = 7;
  private static final int CLIENTS = 2;

  /** What can happen. */
  public enum Act {
    GRANT,
    HOLD,
    RESTART,
    JUMP
  }

  /** One of them, by a client from 0 and on a node from 0; -1 where none is concerned. */
  public record Action(Act act, int client, int node) {}

  /**
   * Who has what, as bits of nodes.
   *
   * @param first nodes whose key belongs to the first client
   * @param second nodes whose key belongs to the second client
   * @param told nodes that have granted the first client, in the low bits, and the second
   * @param holders clients that believe that they hold the lock
   */
  public record World(int first, int second, int told, int holders, int restarted, int jumped) {}

  /** One client at most believes that it holds the lock, before its time has run out. */
  public static final Property<World> EXCLUSIVE =
      Property.always(w -> Integer.bitCount(w.holders) < CLIENTS);

  /** It is held. */
  public static final List<Goal<World>> GOALS =
      List.of(new Goal<>("the lock was held", w -> w.holders != 0));

  public Redlock {
    if (nodes < 1 || nodes > NODES_MAX || needed < 1 || needed > nodes) {
      throw new IllegalArgumentException(
          needed + " of " + nodes + " nodes must grant the lock; the model has 1 to " + NODES_MAX);
    }
    if (restarts < 0 || jumps < 0) {
      throw new IllegalArgumentException(restarts + " restarts and " + jumps + " jumps of clocks");
    }
  }

  @Override
  public World start() {
    return new World(0, 0, 0, 0, 0, 0);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    for (int client = 0; client < CLIENTS; client++) {
      ask(w, client, out);
    }
    for (int node = 0; node < nodes; node++) {
      int bit = 1 << node;
      boolean taken = ((w.first | w.second) & bit) != 0;
      if (taken && !remembers && w.restarted < restarts) {
        out.fault(
            new Action(Act.RESTART, -1, node),
            new World(
                w.first & ~bit, w.second & ~bit, w.told, w.holders, w.restarted + 1, w.jumped));
      }
      if (taken && w.jumped < jumps) {
        out.fault(
            new Action(Act.JUMP, -1, node),
            new World(
                w.first & ~bit, w.second & ~bit, w.told, w.holders, w.restarted, w.jumped + 1));
      }
    }
  }

  private void ask(World w, int client, Moves<World, Action> out) {
    int mine = w.told >> (NODES_MAX * client) & (1 << NODES_MAX) - 1;
    if ((w.holders & 1 << client) != 0) {
      return;
    }
    if (Integer.bitCount(mine) >= needed) {
      out.step(
          new Action(Act.HOLD, client, -1),
          new World(w.first, w.second, w.told, w.holders | 1 << client, w.restarted, w.jumped));
      return;
    }
    for (int node = 0; node < nodes; node++) {
      int bit = 1 << node;
      if (((w.first | w.second | mine) & bit) == 0) {
        out.step(
            new Action(Act.GRANT, client, node),
            new World(
                client == 0 ? w.first | bit : w.first,
                client == 1 ? w.second | bit : w.second,
                w.told | bit << (NODES_MAX * client),
                w.holders,
                w.restarted,
                w.jumped));
      }
    }
  }
}
