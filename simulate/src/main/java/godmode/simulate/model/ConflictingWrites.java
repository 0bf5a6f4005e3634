package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * Two copies of one item that a partition separates, and users who change it on both sides.
 *
 * @param resolution what the copies do when they meet again
 * @param sides how many of the two sides change the item: 1 or 2
 */
public record ConflictingWrites(Resolution resolution, int sides)
    implements Model<ConflictingWrites.World, ConflictingWrites.Action> {

  /** What becomes of two changes. */
  public enum Resolution {
    /** Nothing says: the copies stay different, or the store takes one by its own clock. */
    UNSAID,
    /** The later one wins, and the design says so. */
    LATER_WINS,
    /** Both are kept, in one value. */
    MERGE
  }

  /** What can happen. */
  public enum Act {
    PARTITION,
    WRITE,
    HEAL,
    KEEP_BOTH_APART,
    TAKE,
    MERGE
  }

  /** One of them, on a side: 0 or 1. */
  public record Action(Act act, int side) {}

  /** Where the network stands. */
  public enum Network {
    WHOLE,
    PARTITIONED,
    HEALED,
    SETTLED
  }

  /**
   * The copies; a value is the set of changes in it, as bits: 1 of the first side, 2 of the other.
   *
   * @param said the changes whose users were told that they are kept
   */
  public record World(Network network, int first, int second, int said) {}

  /**
   * When the sides have met, they are equal and have every change; unless the design gave one up.
   */
  public Property<World> settles() {
    return Property.always(
        w ->
            w.network != Network.SETTLED
                || (w.first == w.second
                    && (resolution == Resolution.LATER_WINS || (w.said & ~w.first) == 0)));
  }

  /** No change is given up, whatever the design says. */
  public static final Property<World> NOTHING_LOST =
      Property.always(w -> w.network != Network.SETTLED || (w.said & ~w.first) == 0);

  /** Changes are made, and the sides meet. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>(
              "the sides met after a change", w -> w.network == Network.SETTLED && w.said != 0));

  @Override
  public World start() {
    return new World(Network.WHOLE, 0, 0, 0);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    switch (w.network) {
      case WHOLE ->
          out.fault(new Action(Act.PARTITION, 0), new World(Network.PARTITIONED, 0, 0, 0));
      case PARTITIONED -> {
        if ((w.said & 1) == 0) {
          out.step(new Action(Act.WRITE, 0), new World(w.network, 1, w.second, w.said | 1));
        }
        if (sides == 2 && (w.said & 2) == 0) {
          out.step(new Action(Act.WRITE, 1), new World(w.network, w.first, 2, w.said | 2));
        }
        out.step(new Action(Act.HEAL, 0), new World(Network.HEALED, w.first, w.second, w.said));
      }
      case HEALED -> settle(w, out);
      case SETTLED -> {}
    }
  }

  private void settle(World w, Moves<World, Action> out) {
    int both = w.first | w.second;
    if (w.first == 0 || w.second == 0) {
      int from = w.first == 0 ? 1 : 0;
      out.step(new Action(Act.TAKE, from), new World(Network.SETTLED, both, both, w.said));
      return;
    }
    switch (resolution) {
      case MERGE ->
          out.step(new Action(Act.MERGE, 0), new World(Network.SETTLED, both, both, w.said));
      case UNSAID, LATER_WINS -> {
        if (resolution == Resolution.UNSAID) {
          out.step(
              new Action(Act.KEEP_BOTH_APART, 0),
              new World(Network.SETTLED, w.first, w.second, w.said));
        }
        out.step(new Action(Act.TAKE, 0), new World(Network.SETTLED, 1, 1, w.said));
        out.step(new Action(Act.TAKE, 1), new World(Network.SETTLED, 2, 2, w.said));
      }
    }
  }
}
