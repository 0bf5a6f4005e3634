package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A primary, its replicas, and a failover. One client writes once. The primary may stop for good,
 * or lose the connection to all others while its client still reaches it.
 *
 * @param replicas besides the primary, 1 to 4
 * @param waits replicas that must have a write before the client is told that it is safe; 0 for
 *     asynchronous replication
 * @param votes nodes, itself included, that must be reachable for a replica to be promoted; a
 *     primary that reaches fewer steps down sooner or later
 * @param arbiters nodes that keep no data and can be reached by every replica, never by a primary
 *     that is cut off
 * @param freshest whether only a replica that has all that its reachable peers have is promoted
 * @param failover whether a replica is ever promoted
 */
public record PrimaryBackup(
    int replicas, int waits, int votes, int arbiters, boolean freshest, boolean failover)
    implements Model<PrimaryBackup.World, PrimaryBackup.Action> {
  private static final int REPLICAS_MAX = 4;
  private static final int NOBODY = 0;

  /** What can happen. */
  public enum Act {
    SEND,
    STORE,
    SHIP,
    ACKNOWLEDGE,
    STOP,
    CUT,
    STEP_DOWN,
    PROMOTE,
    STORE_AGAIN,
    ACKNOWLEDGE_AGAIN
  }

  /** Whether the first primary is well. */
  public enum Primary {
    WELL,
    STOPPED,
    CUT_OFF,
    STEPPED_DOWN
  }

  /** One of them, to a node: 0 is the first primary. */
  public record Action(Act act, int node) {}

  /**
   * Who has the write, as bits.
   *
   * @param leads the replica that was promoted; 0 for none
   * @param sent whether the client waits for an answer, or got one
   * @param acknowledged whether the client was told that the write is safe
   */
  public record World(int has, Primary primary, int leads, boolean sent, boolean acknowledged) {}

  /** What the client was told is safe is on the replica that was promoted. */
  public static final Property<World> KEPT =
      Property.always(w -> !w.acknowledged || w.leads == NOBODY || (w.has & 1 << w.leads) != 0);

  /** The client does not wait for ever. */
  public static final Property<World> ANSWERED =
      Property.neverStuck(w -> w.sent && !w.acknowledged);

  /** Writes are acknowledged; a replica is promoted. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("a write was acknowledged", World::acknowledged),
          new Goal<>("a replica was promoted", w -> w.leads != NOBODY));

  public PrimaryBackup {
    if (replicas < 1 || replicas > REPLICAS_MAX) {
      throw new IllegalArgumentException(
          replicas + " replicas; the model has 1 to " + REPLICAS_MAX);
    }
    if (waits < 0 || waits > replicas) {
      throw new IllegalArgumentException(
          "a write waits for " + waits + " of " + replicas + " replicas");
    }
    if (arbiters < 0 || votes < 1 || votes > 1 + replicas + arbiters) {
      throw new IllegalArgumentException(
          votes + " votes of " + (1 + replicas + arbiters) + " nodes and arbiters");
    }
  }

  @Override
  public World start() {
    return new World(0, Primary.WELL, NOBODY, false, false);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    if (!w.sent) {
      out.step(new Action(Act.SEND, 0), new World(w.has, w.primary, w.leads, true, false));
    }
    boolean serves = w.primary == Primary.WELL || w.primary == Primary.CUT_OFF;
    if (serves && w.sent && !w.acknowledged) {
      first(w, out);
    }
    if (w.primary == Primary.WELL) {
      out.fault(
          new Action(Act.STOP, 0),
          new World(w.has, Primary.STOPPED, w.leads, w.sent, w.acknowledged));
      out.fault(
          new Action(Act.CUT, 0),
          new World(w.has, Primary.CUT_OFF, w.leads, w.sent, w.acknowledged));
      return;
    }
    if (w.primary == Primary.CUT_OFF && votes > 1) {
      out.step(
          new Action(Act.STEP_DOWN, 0),
          new World(w.has, Primary.STEPPED_DOWN, w.leads, w.sent, w.acknowledged));
    }
    if (w.leads == NOBODY) {
      promote(w, out);
    } else if (w.sent && !w.acknowledged) {
      second(w, out);
    }
  }

  /** The first primary serves the write. */
  private void first(World w, Moves<World, Action> out) {
    boolean stored = (w.has & 1) != 0;
    if (!stored) {
      out.step(
          new Action(Act.STORE, 0), new World(w.has | 1, w.primary, w.leads, true, w.acknowledged));
    }
    for (int replica = 1; replica <= replicas; replica++) {
      int bit = 1 << replica;
      if (stored && w.primary == Primary.WELL && (w.has & bit) == 0) {
        out.step(
            new Action(Act.SHIP, replica),
            new World(w.has | bit, w.primary, w.leads, true, w.acknowledged));
      }
    }
    if (stored && Integer.bitCount(w.has & ~1) >= waits) {
      out.step(new Action(Act.ACKNOWLEDGE, 0), new World(w.has, w.primary, w.leads, true, true));
    }
  }

  private void promote(World w, Moves<World, Action> out) {
    if (!failover || replicas + arbiters < votes) {
      return;
    }
    for (int replica = 1; replica <= replicas; replica++) {
      boolean behind = (w.has & ~1) != 0 && (w.has & 1 << replica) == 0;
      if (!(freshest && behind)) {
        out.step(
            new Action(Act.PROMOTE, replica),
            new World(w.has, w.primary, replica, w.sent, w.acknowledged));
      }
    }
  }

  /** The client finds the new primary, which waits for no one that is gone. */
  private void second(World w, Moves<World, Action> out) {
    int bit = 1 << w.leads;
    if ((w.has & bit) == 0) {
      out.step(
          new Action(Act.STORE_AGAIN, w.leads),
          new World(w.has | bit, w.primary, w.leads, true, false));
    } else {
      out.step(
          new Action(Act.ACKNOWLEDGE_AGAIN, w.leads),
          new World(w.has, w.primary, w.leads, true, true));
    }
  }
}
