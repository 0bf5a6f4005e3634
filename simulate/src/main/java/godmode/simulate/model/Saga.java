package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A transaction in steps, each in another service (Garcia-Molina and Salem, Sagas, SIGMOD 1987). A
 * step may be refused. A reply may be lost, and the command is then sent again.
 *
 * @param steps how many services, 1 to 4
 * @param compensates whether the steps before a refused one are undone, the last first
 * @param idempotent whether a service recognises a command that it has carried out
 * @param losses how many replies may be lost
 */
public record Saga(int steps, boolean compensates, boolean idempotent, int losses)
    implements Model<Saga.World, Saga.Action> {
  private static final int STEPS_MAX = 4;
  private static final int BITS = 2;
  private static final int COUNT = (1 << BITS) - 1;

  /** What can happen. */
  public enum Act {
    DO,
    REPLY,
    LOSE_REPLY,
    REFUSE,
    UNDO
  }

  /** Which way it goes. */
  public enum Phase {
    FORWARD,
    BACKWARD,
    ENDED
  }

  /** One of them, to a service, from 0. */
  public record Action(Act act, int service) {}

  /**
   * Where it stands.
   *
   * @param at the service that is being told
   * @param carriedOut whether it has done so, and the reply is on its way
   * @param effects two bits for each service: how often its step is in effect
   * @param lost replies lost so far
   */
  public record World(Phase phase, int at, boolean carriedOut, int effects, int lost) {
    /** How often the step of a service is in effect. */
    public int effect(int service) {
      return effects >> (BITS * service) & COUNT;
    }
  }

  /** When it has ended, every step is in effect once, or none is. */
  public Property<World> allOrNothing() {
    return Property.always(
        w -> {
          int once = 0;
          for (int service = 0; service < steps; service++) {
            once |= 1 << (BITS * service);
          }
          return w.phase != Phase.ENDED || w.effects == 0 || w.effects == once;
        });
  }

  /** It ends, one way and the other. */
  public List<Goal<World>> goals() {
    return List.of(
        new Goal<>("all steps were done", w -> w.phase == Phase.ENDED && w.at == steps),
        new Goal<>("a step was refused", w -> w.phase != Phase.FORWARD && w.at < steps));
  }

  public Saga {
    if (steps < 1 || steps > STEPS_MAX || losses < 0 || losses > 2) {
      throw new IllegalArgumentException(
          steps + " steps and " + losses + " lost replies; the model has 1 to 4 and 0 to 2");
    }
  }

  @Override
  public World start() {
    return new World(Phase.FORWARD, 0, false, 0, 0);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    switch (w.phase) {
      case FORWARD -> forward(w, out);
      case BACKWARD -> {
        if (!w.carriedOut) {
          undo(w, out);
        } else {
          reply(
              w,
              w.at == 0 ? end(w, -1) : new World(w.phase, w.at - 1, false, w.effects, w.lost),
              out);
        }
      }
      case ENDED -> {}
    }
  }

  private void forward(World w, Moves<World, Action> out) {
    if (w.carriedOut) {
      reply(
          w,
          w.at + 1 == steps
              ? end(w, steps)
              : new World(w.phase, w.at + 1, false, w.effects, w.lost),
          out);
      return;
    }
    boolean again = w.effect(w.at) > 0;
    int effects = again && idempotent ? w.effects : w.effects + (1 << (BITS * w.at));
    out.step(new Action(Act.DO, w.at), new World(w.phase, w.at, true, effects, w.lost));
    if (!again) {
      World refused =
          compensates && w.at > 0
              ? new World(Phase.BACKWARD, w.at - 1, false, w.effects, w.lost)
              : end(w, w.at);
      out.step(new Action(Act.REFUSE, w.at), refused);
    }
  }

  /** Takes back what is there; a service that does not recognise commands takes back blindly. */
  private void undo(World w, Moves<World, Action> out) {
    int effects = w.effect(w.at) == 0 ? w.effects : w.effects - (1 << (BITS * w.at));
    out.step(new Action(Act.UNDO, w.at), new World(w.phase, w.at, true, effects, w.lost));
  }

  private void reply(World w, World next, Moves<World, Action> out) {
    out.step(new Action(Act.REPLY, w.at), next);
    if (w.lost < losses) {
      out.fault(
          new Action(Act.LOSE_REPLY, w.at), new World(w.phase, w.at, false, w.effects, w.lost + 1));
    }
  }

  private static World end(World w, int at) {
    return new World(Phase.ENDED, Math.max(0, at), false, w.effects, w.lost);
  }
}
