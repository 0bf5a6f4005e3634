package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * Equal members that a partition splits in two, and a client on each side that changes something.
 *
 * @param members 2 to 9
 * @param pauses whether a side with no more than half of the members stops
 * @param begins whether a member of a side that stopped begins a cluster of its own when it
 *     restarts
 */
public record SplitCluster(int members, boolean pauses, boolean begins)
    implements Model<SplitCluster.World, SplitCluster.Action> {
  private static final int MEMBERS_MAX = 9;

  /** What can happen. */
  public enum Act {
    SPLIT,
    PAUSE,
    RESTART,
    CHANGE
  }

  /** One of them, on a side: 0 is the one with the first member. */
  public record Action(Act act, int side) {}

  /**
   * Where it stands.
   *
   * @param other members on the other side, as bits; 0 before the split
   * @param paused sides that have stopped, as bits
   * @param begun sides on which a member has begun a cluster of its own, as bits
   * @param changed sides on which a client was told that its change is kept, as bits
   */
  public record World(int other, int paused, int begun, int changed) {}

  /** At most one side tells a client that a change is kept. */
  public static final Property<World> ONE_SIDE = Property.always(w -> w.changed != 3);

  /** Changes are made after a split. */
  public static final List<Goal<World>> GOALS =
      List.of(new Goal<>("a change was made after the split", w -> w.other != 0 && w.changed != 0));

  public SplitCluster {
    if (members < 2 || members > MEMBERS_MAX) {
      throw new IllegalArgumentException(members + " members; the model has 2 to " + MEMBERS_MAX);
    }
  }

  @Override
  public World start() {
    return new World(0, 0, 0, 0);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    if (w.other == 0) {
      for (int other = 2; other < 1 << members; other += 2) {
        out.fault(new Action(Act.SPLIT, 1), new World(other, 0, 0, 0));
      }
      return;
    }
    for (int side = 0; side < 2; side++) {
      int there = Integer.bitCount(w.other);
      int size = side == 1 ? there : members - there;
      int bit = 1 << side;
      boolean stops = pauses && 2 * size <= members && (w.begun & bit) == 0;
      boolean paused = (w.paused & bit) != 0;
      if (stops && !paused) {
        out.step(
            new Action(Act.PAUSE, side), new World(w.other, w.paused | bit, w.begun, w.changed));
      }
      if (stops && paused && begins) {
        out.fault(
            new Action(Act.RESTART, side),
            new World(w.other, w.paused & ~bit, w.begun | bit, w.changed));
      }
      if (!stops && (w.changed & bit) == 0) {
        out.step(
            new Action(Act.CHANGE, side), new World(w.other, w.paused, w.begun, w.changed | bit));
      }
    }
  }
}
