package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A write on its way from a client through the memory of the operating system to a disk, on
 * machines that share their power.
 *
 * @param flushesFirst whether the client is answered only when the write is on the disk
 */
public record UnflushedLog(boolean flushesFirst)
    implements Model<UnflushedLog.World, UnflushedLog.Act> {

  /** What can happen. */
  public enum Act {
    SEND,
    WRITE,
    FLUSH,
    ACKNOWLEDGE,
    LOSE_POWER,
    START
  }

  /** Where the write is. */
  public enum Write {
    NOT_SENT,
    SENT,
    IN_MEMORY,
    ON_DISK,
    GONE
  }

  /** Where it stands. */
  public record World(Write write, boolean acknowledged, boolean down, boolean crashed) {}

  /** What the client was told is safe is not gone. */
  public static final Property<World> DURABLE =
      Property.always(w -> !(w.acknowledged && w.write == Write.GONE));

  /** It is acknowledged, and the power fails. */
  public static final List<Goal<World>> GOALS =
      List.of(
          new Goal<>("a write was acknowledged", World::acknowledged),
          new Goal<>("the power failed after that", w -> w.acknowledged && w.crashed));

  @Override
  public World start() {
    return new World(Write.NOT_SENT, false, false, false);
  }

  @Override
  public void moves(World w, Moves<World, Act> out) {
    if (w.down) {
      out.step(Act.START, new World(w.write, w.acknowledged, false, true));
      return;
    }
    switch (w.write) {
      case NOT_SENT -> out.step(Act.SEND, new World(Write.SENT, false, false, w.crashed));
      case SENT -> out.step(Act.WRITE, new World(Write.IN_MEMORY, false, false, w.crashed));
      case IN_MEMORY ->
          out.step(Act.FLUSH, new World(Write.ON_DISK, w.acknowledged, false, w.crashed));
      case ON_DISK, GONE -> {}
    }
    boolean answers = w.write == Write.ON_DISK || (w.write == Write.IN_MEMORY && !flushesFirst);
    if (answers && !w.acknowledged) {
      out.step(Act.ACKNOWLEDGE, new World(w.write, true, false, w.crashed));
    }
    if (!w.crashed) {
      boolean lost = w.write == Write.IN_MEMORY || w.write == Write.SENT;
      out.fault(Act.LOSE_POWER, new World(lost ? Write.GONE : w.write, w.acknowledged, true, true));
    }
  }
}
