package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that read a counter, add one, and write the sum to the primary. A replica follows the
 * primary and may be behind.
 *
 * @param clients 1 to 3, one increment each
 * @param fromReplica whether they read from the replica
 * @param compares whether the primary refuses a write that was made from another value than the
 *     present one; the client then reads again
 */
public record ReadThenWrite(int clients, boolean fromReplica, boolean compares)
    implements Model<ReadThenWrite.World, ReadThenWrite.Action> {
  private static final int CLIENTS_MAX = 3;
  private static final int IDLE = -1;
  private static final int DONE = -2;

  /** What can happen. */
  public enum Act {
    READ,
    WRITE,
    REFUSE,
    FOLLOW
  }

  /** One of them, by a client from 0; -1 for the replica. */
  public record Action(Act act, int client) {}

  /**
   * Where it stands.
   *
   * @param read what each client has read; -1 before, -2 when it is done
   */
  public record World(int primary, int replica, List<Integer> read) {
    int done() {
      return (int) read.stream().filter(value -> value == DONE).count();
    }
  }

  /** The primary counts every increment that was acknowledged. */
  public static final Property<World> COUNTED = Property.always(w -> w.primary >= w.done());

  /** Everybody is done. */
  public List<Goal<World>> goals() {
    return List.of(new Goal<>("every client was acknowledged", w -> w.done() == clients));
  }

  public ReadThenWrite {
    if (clients < 1 || clients > CLIENTS_MAX) {
      throw new IllegalArgumentException(clients + " clients; the model has 1 to " + CLIENTS_MAX);
    }
  }

  @Override
  public World start() {
    List<Integer> idle = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      idle.add(IDLE);
    }
    return new World(0, 0, List.copyOf(idle));
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    for (int client = 0; client < clients; client++) {
      int read = w.read.get(client);
      if (read == IDLE) {
        out.step(
            new Action(Act.READ, client),
            new World(w.primary, w.replica, with(w, client, fromReplica ? w.replica : w.primary)));
      } else if (read >= 0) {
        boolean refused = compares && read != w.primary;
        out.step(
            new Action(refused ? Act.REFUSE : Act.WRITE, client),
            new World(
                refused ? w.primary : read + 1, w.replica, with(w, client, refused ? IDLE : DONE)));
      }
    }
    if (w.replica != w.primary) {
      out.step(new Action(Act.FOLLOW, -1), new World(w.primary, w.primary, w.read));
    }
  }

  private static List<Integer> with(World w, int client, int value) {
    List<Integer> next = new ArrayList<>(w.read);
    next.set(client, value);
    return List.copyOf(next);
  }

  /** Clients are equal. */
  @Override
  public World canonical(World w) {
    return new World(w.primary, w.replica, w.read.stream().sorted().toList());
  }
}
