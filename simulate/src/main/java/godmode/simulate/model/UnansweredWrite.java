package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A client that sends one write over a connection that may break once while the write is under way.
 *
 * @param waits whether the client waits for an answer, and sends again when the connection breaks
 */
public record UnansweredWrite(boolean waits)
    implements Model<UnansweredWrite.World, UnansweredWrite.Act> {

  /** What can happen. */
  public enum Act {
    SEND,
    BREAK,
    STORE,
    TAKE_FOR_DONE
  }

  /** Where the write is. */
  public enum Write {
    NOT_SENT,
    UNDER_WAY,
    LOST,
    STORED
  }

  /**
   * Where it stands.
   *
   * @param done whether the client takes the write for done
   * @param broken whether the connection has broken
   */
  public record World(Write write, boolean done, boolean broken) {}

  /** What a client takes for done is stored, or will be. */
  public static final Property<World> KEPT =
      Property.always(w -> !(w.done && w.write == Write.LOST));

  /** The client goes on, also after the connection broke. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("a write was taken for done", World::done),
          new Goal<>("the connection broke", World::broken));

  @Override
  public World start() {
    return new World(Write.NOT_SENT, false, false);
  }

  @Override
  public void moves(World w, Moves<World, Act> out) {
    boolean again = waits && w.write == Write.LOST;
    if (w.write == Write.NOT_SENT || again) {
      out.step(Act.SEND, new World(Write.UNDER_WAY, w.done, w.broken));
    }
    if (w.write == Write.UNDER_WAY) {
      out.step(Act.STORE, new World(Write.STORED, w.done, w.broken));
      if (!w.broken) {
        out.fault(Act.BREAK, new World(Write.LOST, w.done, true));
      }
    }
    boolean answered = waits ? w.write == Write.STORED : w.write != Write.NOT_SENT;
    if (answered && !w.done) {
      out.step(Act.TAKE_FOR_DONE, new World(w.write, true, w.broken));
    }
  }
}
