package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * An item kept on some members of a cluster, and a request for it that any of them can answer.
 *
 * @param members up to 16
 * @param copies members that keep the item
 * @param away how many members may be away for as long as the request waits
 */
public record Copies(int members, int copies, int away)
    implements Model<Copies.World, Copies.Action> {

  /** What can happen. */
  public enum Act {
    ASK,
    ANSWER,
    STOP
  }

  /** One of them, to a member, from 0; -1 for all. */
  public record Action(Act act, int member) {}

  /**
   * The members and the request.
   *
   * @param down members that are away, as bits
   */
  public record World(int down, boolean asked, boolean answered) {}

  /** The request is answered. */
  public static final Property<World> ANSWERED = Property.neverStuck(w -> w.asked && !w.answered);

  /** It is answered, also while a member is away. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("the request was answered", World::answered),
          new Goal<>("a member was away", w -> w.down != 0));

  public Copies {
    if (members < 1 || members > 16 || copies < 1 || copies > members) {
      throw new IllegalArgumentException(copies + " copies on " + members + " members");
    }
  }

  @Override
  public World start() {
    return new World(0, false, false);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    if (!w.asked) {
      out.step(new Action(Act.ASK, -1), new World(w.down, true, false));
    }
    for (int member = 0; member < members; member++) {
      int bit = 1 << member;
      boolean runs = (w.down & bit) == 0;
      if (w.asked && !w.answered && runs && member < copies) {
        out.step(new Action(Act.ANSWER, member), new World(w.down, true, true));
      }
      if (runs && Integer.bitCount(w.down) < away) {
        out.fault(new Action(Act.STOP, member), new World(w.down | bit, w.asked, w.answered));
      }
    }
  }
}
