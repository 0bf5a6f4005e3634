package godmode.simulate.model;

import godmode.core.quorum.Majority;
import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * Sentinels that watch a Redis primary with one replica
 * (https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/). A quorum must see the
 * primary down before a failover begins; a majority of all Sentinels must authorise it. Replication
 * has no lag here, so that what is lost is lost by the vote.
 *
 * @param sentinels up to 7
 * @param quorum that must see the primary down
 */
public record SentinelFailover(int sentinels, int quorum)
    implements Model<SentinelFailover.World, SentinelFailover.Action> {
  /** No Sentinel has begun a failover. */
  public static final int NOBODY = -1;

  /** What became of the one write of a client. */
  public enum Write {
    NONE,
    WAITS,
    SAFE,
    /** Told that it is safe, and only the old primary has it. */
    ON_OLD_PRIMARY,
    LOST
  }

  /** What can happen. */
  public enum Act {
    HOST_FAILS,
    CUT,
    SUSPECT,
    BEGIN,
    AUTHORISE,
    PROMOTE,
    DEMOTE,
    SEND,
    STORE_ON_BOTH,
    STORE_ON_OLD,
    STORE_ON_NEW
  }

  /** One of them, to a Sentinel, from 0; -1 where none is concerned. */
  public record Action(Act act, int sentinel) {}

  /**
   * Sentinels and data nodes; sets of Sentinels are bit masks.
   *
   * @param hostDown whether the host of the primary and of the first Sentinel is down
   * @param cut the Sentinel that cannot reach the primary, though it is well
   * @param suspects those who see the primary down
   * @param leads who has begun the failover
   * @param authorised those who have authorised it
   * @param demoted whether the old primary has become a replica of the new one
   */
  public record World(
      boolean hostDown,
      int cut,
      int suspects,
      int leads,
      int authorised,
      boolean promoted,
      boolean demoted,
      Write write) {
    World with(Write changed) {
      return new World(hostDown, cut, suspects, leads, authorised, promoted, demoted, changed);
    }
  }

  /** No write that a client was told is safe is lost, and no client waits for ever. */
  public static final Property<World> SERVES =
      new Property<>(w -> w.write != Write.LOST, w -> w.write == Write.WAITS);

  /** Writes get through, also after a failover. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("a write was stored", w -> w.write == Write.SAFE),
          new Goal<>("the replica was promoted", World::promoted));

  public SentinelFailover {
    if (sentinels < 1 || sentinels > 7 || quorum < 1) {
      throw new IllegalArgumentException(sentinels + " Sentinels with a quorum of " + quorum);
    }
  }

  @Override
  public World start() {
    return new World(false, 0, 0, NOBODY, 0, false, false, Write.NONE);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    client(w, out);
    for (int s = 0; s < sentinels; s++) {
      sentinel(w, s, 1 << s, out);
    }
    int needed = Math.max(Majority.of(sentinels), quorum);
    if (w.leads != NOBODY && !w.promoted && Integer.bitCount(w.authorised) >= needed) {
      out.step(
          new Action(Act.PROMOTE, w.leads),
          new World(w.hostDown, w.cut, w.suspects, w.leads, w.authorised, true, false, w.write));
    }
    if (w.promoted && !w.hostDown && !w.demoted) {
      Write write = w.write == Write.ON_OLD_PRIMARY ? Write.LOST : w.write;
      out.step(
          new Action(Act.DEMOTE, w.leads),
          new World(w.hostDown, w.cut, w.suspects, w.leads, w.authorised, true, true, write));
    }
    if (!w.hostDown && w.cut == 0) {
      out.fault(
          new Action(Act.HOST_FAILS, 0),
          new World(true, 0, w.suspects, w.leads, w.authorised, w.promoted, false, w.write));
    }
  }

  private static void client(World w, Moves<World, Action> out) {
    if (w.write == Write.NONE) {
      out.step(new Action(Act.SEND, -1), w.with(Write.WAITS));
    }
    if (w.write != Write.WAITS) {
      return;
    }
    if (!w.promoted && !w.hostDown) {
      out.step(new Action(Act.STORE_ON_BOTH, -1), w.with(Write.SAFE));
    }
    if (w.promoted && !w.hostDown && !w.demoted) {
      out.step(new Action(Act.STORE_ON_OLD, -1), w.with(Write.ON_OLD_PRIMARY));
    }
    if (w.promoted) {
      out.step(new Action(Act.STORE_ON_NEW, -1), w.with(Write.SAFE));
    }
  }

  private void sentinel(World w, int s, int bit, Moves<World, Action> out) {
    if (!w.hostDown && w.cut == 0) {
      out.fault(
          new Action(Act.CUT, s),
          new World(false, bit, w.suspects, w.leads, w.authorised, w.promoted, w.demoted, w.write));
    }
    if (w.hostDown && s == 0) {
      return;
    }
    if ((w.suspects & bit) == 0 && (w.hostDown || (w.cut & bit) != 0)) {
      out.step(
          new Action(Act.SUSPECT, s),
          new World(
              w.hostDown,
              w.cut,
              w.suspects | bit,
              w.leads,
              w.authorised,
              w.promoted,
              w.demoted,
              w.write));
    }
    if (w.leads == NOBODY && (w.suspects & bit) != 0 && Integer.bitCount(w.suspects) >= quorum) {
      out.step(
          new Action(Act.BEGIN, s),
          new World(w.hostDown, w.cut, w.suspects, s, bit, w.promoted, w.demoted, w.write));
    }
    if (w.leads != NOBODY && !w.promoted && (w.authorised & bit) == 0) {
      out.step(
          new Action(Act.AUTHORISE, s),
          new World(
              w.hostDown,
              w.cut,
              w.suspects,
              w.leads,
              w.authorised | bit,
              w.promoted,
              w.demoted,
              w.write));
    }
  }
}
