package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A primary that loses the connection to all other members, while its client still reaches it. One
 * write, which either primary may take.
 *
 * @param members the primary included, 2 or more
 * @param copies other members that must have a write before the client is told that it is safe
 * @param votes members that must reach each other for one of them to be promoted
 * @param yields whether nobody is promoted before the old primary takes no more writes
 * @param failover whether a member is ever promoted
 */
public record CutOffPrimary(int members, int copies, int votes, boolean yields, boolean failover)
    implements Model<CutOffPrimary.World, CutOffPrimary.Act> {

  /** What can happen. */
  public enum Act {
    SEND,
    CUT,
    YIELD,
    PROMOTE,
    OLD_ACCEPTS,
    NEW_ACCEPTS
  }

  /** Who has the write. */
  public enum Write {
    NOT_SENT,
    SENT,
    SAFE,
    BESIDE_THE_NEW_PRIMARY
  }

  /** Where it stands. */
  public record World(boolean cut, boolean yielded, boolean promoted, Write write) {}

  /** No member tells a client that a write is safe while another one is primary. */
  public static final Property<World> ALONE =
      Property.always(w -> w.write != Write.BESIDE_THE_NEW_PRIMARY);

  /** Writes are taken, and the primary is cut off. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("a write was acknowledged", w -> w.write == Write.SAFE),
          new Goal<>("a member was promoted", World::promoted));

  public CutOffPrimary {
    if (members < 2 || copies < 0 || copies >= members || votes < 1 || votes > members) {
      throw new IllegalArgumentException(
          members + " members, " + copies + " copies waited for, " + votes + " votes");
    }
  }

  @Override
  public World start() {
    return new World(false, false, false, Write.NOT_SENT);
  }

  @Override
  public void moves(World w, Moves<World, Act> out) {
    if (w.write == Write.NOT_SENT) {
      out.step(Act.SEND, new World(w.cut, w.yielded, w.promoted, Write.SENT));
    }
    if (!w.cut) {
      out.fault(Act.CUT, new World(true, false, false, w.write));
    } else if (yields && !w.yielded) {
      out.step(Act.YIELD, new World(true, true, w.promoted, w.write));
    }
    boolean elects = w.cut && failover && !w.promoted && members - 1 >= votes;
    if (elects && (!yields || w.yielded)) {
      out.step(Act.PROMOTE, new World(true, w.yielded, true, w.write));
    }
    if (w.write == Write.SENT) {
      if (!w.yielded && (!w.cut || copies == 0)) {
        Write taken = w.promoted ? Write.BESIDE_THE_NEW_PRIMARY : Write.SAFE;
        out.step(Act.OLD_ACCEPTS, new World(w.cut, false, w.promoted, taken));
      }
      if (w.promoted) {
        out.step(Act.NEW_ACCEPTS, new World(true, w.yielded, true, Write.SAFE));
      }
    }
  }
}
