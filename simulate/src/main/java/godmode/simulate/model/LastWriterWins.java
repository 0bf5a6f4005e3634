package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * Two copies of one item that keep the value with the highest timestamp. A second user changes what
 * the first has written, and so knows of it; each writes through another copy, which stamps by its
 * own clock.
 *
 * @param skew how far the clock of the first copy may be ahead of the other, in ticks
 * @param apart ticks that pass between the two writes
 * @param logical whether a copy stamps above every stamp that it has seen
 */
public record LastWriterWins(int skew, int apart, boolean logical)
    implements Model<LastWriterWins.World, LastWriterWins.Act> {
  private static final int NOTHING = -1;
  private static final int TICKS_MAX = 1_000;

  /** What can happen. */
  public enum Act {
    WRITE_FIRST,
    CARRY_OVER,
    READ_AND_WRITE_SECOND,
    CARRY_BACK
  }

  /**
   * The copies.
   *
   * @param first the stamp of the newest write on the first copy; -1 for none
   * @param second on the second copy
   * @param secondIs whose write the second copy shows: 0 for none, 1 or 2
   * @param written whether the second user was told that the change is kept
   */
  public record World(int first, int firstIs, int second, int secondIs, boolean written) {}

  /** Where the second write was acknowledged, no copy shows the first one again. */
  public static final Property<World> LATER_STAYS =
      Property.always(w -> !w.written || w.secondIs == 2);

  /** Both are written, and the copies meet. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>(
              "both copies show the same after both writes",
              w -> w.written && w.firstIs == w.secondIs));

  public LastWriterWins {
    if (skew < 0 || apart < 0 || skew > TICKS_MAX || apart > TICKS_MAX) {
      throw new IllegalArgumentException(
          "a skew of " + skew + " ticks and " + apart + " between the writes; 0 to " + TICKS_MAX);
    }
  }

  @Override
  public World start() {
    return new World(NOTHING, 0, NOTHING, 0, false);
  }

  @Override
  public void moves(World w, Moves<World, Act> out) {
    if (w.firstIs == 0) {
      out.step(Act.WRITE_FIRST, new World(skew, 1, w.second, w.secondIs, false));
      return;
    }
    if (w.secondIs == 0) {
      out.step(Act.CARRY_OVER, new World(w.first, w.firstIs, w.first, 1, false));
      return;
    }
    if (!w.written) {
      int stamp = logical ? Math.max(apart, w.second + 1) : apart;
      boolean kept = stamp > w.second;
      out.step(
          Act.READ_AND_WRITE_SECOND,
          new World(w.first, w.firstIs, kept ? stamp : w.second, kept ? 2 : w.secondIs, true));
    } else if (w.firstIs != w.secondIs) {
      out.step(Act.CARRY_BACK, new World(w.second, w.secondIs, w.second, w.secondIs, true));
    }
  }
}
