package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * One election among voters after something failed (Ongaro and Ousterhout, In Search of an
 * Understandable Consensus Algorithm, USENIX ATC 2014, section 5.2). On each side of a split the
 * first voter that runs stands; each voter votes once.
 *
 * @param voters up to 9
 * @param needed votes that make a leader
 * @param splits whether the network may split in two: 0 or 1
 * @param failures how many voters may be down
 */
public record MajorityVoters(int voters, int needed, int splits, int failures)
    implements Model<MajorityVoters.World, MajorityVoters.Action> {

  /** What can happen. */
  public enum Act {
    SPLIT,
    FAIL,
    STAND,
    VOTE,
    LEAD
  }

  /**
   * One of them.
   *
   * @param who the voter, from 0; of a split, the bit mask of the side without voter 0
   */
  public record Action(Act act, int who) {}

  /**
   * The voters; sets are bit masks.
   *
   * @param other the side of a split that is cut off from voter 0; 0 without a split
   * @param down voters that do not run
   * @param stands candidates
   * @param voted those who have voted
   * @param leads leaders
   */
  public record World(int other, int down, int stands, int voted, int leads) {}

  /** At most one leads. */
  public static final Property<World> ONE_LEADER =
      Property.always(w -> Integer.bitCount(w.leads) <= 1);

  /** Somebody leads in the end. */
  public static final Property<World> SOME_LEADER = Property.neverStuck(w -> w.leads == 0);

  /** Someone becomes leader, also after a failure. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("a leader was elected", w -> w.leads != 0),
          new Goal<>(
              "a leader was elected after a failure",
              w -> w.leads != 0 && (w.other | w.down) != 0));

  public MajorityVoters {
    if (voters < 1 || voters > 9 || needed < 1) {
      throw new IllegalArgumentException(needed + " of " + voters + " voters");
    }
  }

  @Override
  public World start() {
    return new World(0, 0, 0, 0, 0);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    if (w.stands == 0) {
      faults(w, out);
    }
    int all = (1 << voters) - 1;
    side(w, all & ~w.other & ~w.down, out);
    side(w, w.other & ~w.down, out);
  }

  private void faults(World w, Moves<World, Action> out) {
    if (w.other == 0 && splits > 0) {
      for (int other = (1 << voters) - 2; other > 0; other -= 2) {
        out.fault(new Action(Act.SPLIT, other), new World(other, w.down, 0, 0, 0));
      }
    }
    for (int who = 0; who < voters; who++) {
      if ((w.down & 1 << who) == 0 && Integer.bitCount(w.down) < failures) {
        out.fault(new Action(Act.FAIL, who), new World(w.other, w.down | 1 << who, 0, 0, 0));
      }
    }
  }

  /** The election on one side; those who cannot be reached neither stand nor vote. */
  private void side(World w, int reachable, Moves<World, Action> out) {
    if (reachable == 0) {
      return;
    }
    int candidate = Integer.lowestOneBit(reachable);
    if ((w.stands & candidate) == 0) {
      out.step(
          new Action(Act.STAND, Integer.numberOfTrailingZeros(candidate)),
          new World(w.other, w.down, w.stands | candidate, w.voted | candidate, w.leads));
      return;
    }
    for (int who = 0; who < voters; who++) {
      int bit = 1 << who;
      if ((reachable & bit) != 0 && (w.voted & bit) == 0) {
        out.step(
            new Action(Act.VOTE, who),
            new World(w.other, w.down, w.stands, w.voted | bit, w.leads));
      }
    }
    if (Integer.bitCount(w.voted & reachable) >= needed && (w.leads & candidate) == 0) {
      out.step(
          new Action(Act.LEAD, Integer.numberOfTrailingZeros(candidate)),
          new World(w.other, w.down, w.stands, w.voted, w.leads | candidate));
    }
  }
}
