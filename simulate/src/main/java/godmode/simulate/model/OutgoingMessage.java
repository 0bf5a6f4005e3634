package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A service that changes its database and tells others by a message. It may crash between any two
 * steps, and begins again with nothing but what is in its database.
 *
 * @param way how the two are kept together
 */
public record OutgoingMessage(Way way)
    implements Model<OutgoingMessage.World, OutgoingMessage.Act> {

  /** How the two are kept together. */
  public enum Way {
    /** First the database, then the broker. */
    DATABASE_THEN_BROKER,
    /** First the broker, then the database. */
    BROKER_THEN_DATABASE,
    /** The message is written in the transaction of the change, and a relay publishes it. */
    OUTBOX
  }

  /** What can happen. */
  public enum Act {
    ASK,
    CHANGE,
    CHANGE_AND_NOTE,
    PUBLISH,
    RELAY,
    MARK_SENT,
    CRASH,
    RESTART
  }

  /**
   * Where it stands.
   *
   * @param asked whether the request is in the memory of the service
   * @param noted whether the outbox has a message that is not marked as sent
   * @param published how often the broker got the message, up to 2
   * @param crashes so far, at most 1
   */
  public record World(
      boolean asked, boolean changed, boolean noted, int published, boolean down, int crashes) {}

  /** Nothing can move while one of the two has happened and the other has not. */
  public static final Property<World> BOTH_OR_NEITHER =
      new Property<>(w -> true, w -> w.changed != (w.published > 0));

  /** Both happen, also after a crash. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("both happened", w -> w.changed && w.published > 0),
          new Goal<>("the service crashed", w -> w.crashes > 0));

  @Override
  public World start() {
    return new World(false, false, false, 0, false, 0);
  }

  @Override
  public void moves(World w, Moves<World, Act> out) {
    if (w.down) {
      out.step(Act.RESTART, new World(false, w.changed, w.noted, w.published, false, w.crashes));
      return;
    }
    if (!w.asked && !w.changed && w.published == 0 && w.crashes == 0) {
      out.step(Act.ASK, new World(true, false, false, 0, false, 0));
    }
    if (w.asked) {
      serve(w, out);
    }
    if (w.noted) {
      if (w.published < 2) {
        out.step(Act.RELAY, new World(w.asked, w.changed, true, w.published + 1, false, w.crashes));
      }
      if (w.published > 0) {
        out.step(
            Act.MARK_SENT, new World(w.asked, w.changed, false, w.published, false, w.crashes));
      }
    }
    if (w.crashes == 0) {
      out.fault(Act.CRASH, new World(false, w.changed, w.noted, w.published, true, 1));
    }
  }

  private void serve(World w, Moves<World, Act> out) {
    switch (way) {
      case OUTBOX -> {
        if (!w.changed) {
          out.step(Act.CHANGE_AND_NOTE, new World(true, true, true, w.published, false, w.crashes));
        }
      }
      case DATABASE_THEN_BROKER -> {
        if (!w.changed) {
          out.step(Act.CHANGE, new World(true, true, false, 0, false, w.crashes));
        } else if (w.published == 0) {
          out.step(Act.PUBLISH, new World(true, true, false, 1, false, w.crashes));
        }
      }
      case BROKER_THEN_DATABASE -> {
        if (w.published == 0) {
          out.step(Act.PUBLISH, new World(true, false, false, 1, false, w.crashes));
        } else if (!w.changed) {
          out.step(Act.CHANGE, new World(true, true, false, 1, false, w.crashes));
        }
      }
    }
  }
}
