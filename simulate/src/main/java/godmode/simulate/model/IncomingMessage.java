package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A consumer of one message, which the broker delivers until it is acknowledged. The consumer may
 * crash between any two steps; what it applied stays applied.
 *
 * @param acknowledgesFirst whether it acknowledges before it applies
 * @param inbox whether it notes the message in the transaction that applies it, and looks there
 *     first
 */
public record IncomingMessage(boolean acknowledgesFirst, boolean inbox)
    implements Model<IncomingMessage.World, IncomingMessage.Act> {
  private static final int APPLIED_MAX = 2;

  /** What can happen. */
  public enum Act {
    DELIVER,
    APPLY,
    SKIP,
    ACKNOWLEDGE,
    CRASH,
    RESTART
  }

  /**
   * Where it stands.
   *
   * @param held whether the consumer has the message in its memory
   * @param handled whether it has dealt with it since it was delivered
   * @param acknowledged whether the broker has forgotten it
   * @param applied how often it took effect, up to 2
   */
  public record World(
      boolean held,
      boolean handled,
      boolean acknowledged,
      int applied,
      boolean down,
      int crashes) {}

  /** It takes effect once, and not never. */
  public static final Property<World> ONCE =
      new Property<>(w -> w.applied < APPLIED_MAX, w -> w.acknowledged && w.applied == 0);

  /** It takes effect, also after a crash. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("the message took effect", w -> w.applied > 0),
          new Goal<>("it was acknowledged after a crash", w -> w.acknowledged && w.crashes > 0));

  @Override
  public World start() {
    return new World(false, false, false, 0, false, 0);
  }

  @Override
  public void moves(World w, Moves<World, Act> out) {
    if (w.down) {
      out.step(Act.RESTART, new World(false, false, w.acknowledged, w.applied, false, w.crashes));
      return;
    }
    if (!w.held && !w.acknowledged) {
      out.step(Act.DELIVER, new World(true, false, false, w.applied, false, w.crashes));
    }
    if (w.held) {
      handle(w, out);
    }
    if (w.crashes == 0) {
      out.fault(Act.CRASH, new World(false, false, w.acknowledged, w.applied, true, 1));
    }
  }

  private void handle(World w, Moves<World, Act> out) {
    boolean mayApply = !w.handled && (w.acknowledged || !acknowledgesFirst);
    if (mayApply && inbox && w.applied > 0) {
      out.step(Act.SKIP, new World(true, true, w.acknowledged, w.applied, false, w.crashes));
    } else if (mayApply && w.applied < APPLIED_MAX) {
      out.step(Act.APPLY, new World(true, true, w.acknowledged, w.applied + 1, false, w.crashes));
    }
    if (!w.acknowledged && (w.handled || acknowledgesFirst)) {
      out.step(Act.ACKNOWLEDGE, new World(true, w.handled, true, w.applied, false, w.crashes));
    }
  }
}
