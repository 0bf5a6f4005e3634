package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * A lock or a leadership with a time limit, and the store that its holder writes to (Burrows, The
 * Chubby Lock Service, OSDI 2006, section 2.4; Gray and Cheriton, Leases, SOSP 1989). A holder
 * looks at its own clock before it writes. The service keeps time well.
 *
 * @param holders how many want it
 * @param tokens whether each grant carries a number that grows, and each write carries it on
 * @param checked whether the store refuses a number that is smaller than one it has seen
 * @param pauses how often a holder may be paused between its look at the clock and its write
 * @param slowClocks how many holders may have a clock that runs too slowly
 */
public record Lease(int holders, boolean tokens, boolean checked, int pauses, int slowClocks)
    implements Model<Lease.World, Lease.Action> {
  /** Nobody holds it. */
  public static final int NOBODY = -1;

  /** Where somebody who wants it stands. */
  public enum Phase {
    WANTS,
    HOLDS,
    CHECKED,
    PAUSED,
    DONE
  }

  /** What can happen. */
  public enum Act {
    GRANT,
    CHECK,
    WRITE,
    REFUSE,
    RELEASE,
    EXPIRE,
    PAUSE,
    SLOW_CLOCK
  }

  /** One of them, to one of those who want it, from 0. */
  public record Action(Act act, int who) {}

  /**
   * One of those who want it.
   *
   * @param grant the number of the grant it has or had; 0 before
   * @param slow whether its clock runs too slowly
   */
  public record Holder(Phase phase, int grant, boolean slow) {}

  /**
   * The lock service, the holders and the store.
   *
   * @param holder whom the service takes for the holder
   * @param grants how many there were
   * @param newest the grant of the newest write in the store
   * @param overwritten whether the store took a write of an older grant after that of a newer one
   */
  public record World(
      int holder,
      int grants,
      List<Holder> all,
      int newest,
      boolean overwritten,
      int pauses,
      int slowClocks) {
    World with(int newHolder, int newGrants, int who, Holder changed) {
      List<Holder> next = new ArrayList<>(all);
      next.set(who, changed);
      return new World(
          newHolder, newGrants, List.copyOf(next), newest, overwritten, pauses, slowClocks);
    }
  }

  /** The store takes no write of an earlier holder after one of a later holder. */
  public static final Property<World> EXCLUSIVE = Property.always(w -> !w.overwritten);

  /** Somebody writes under a second grant. */
  public static final List<Goal<World>> GOALS =
      List.of(new Goal<>("two holders wrote one after the other", w -> w.newest == 2));

  @Override
  public World start() {
    List<Holder> all = new ArrayList<>();
    for (int i = 0; i < holders; i++) {
      all.add(new Holder(Phase.WANTS, 0, false));
    }
    return new World(NOBODY, 0, List.copyOf(all), 0, false, 0, 0);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    for (int who = 0; who < holders; who++) {
      Holder h = w.all.get(who);
      switch (h.phase) {
        case WANTS -> grant(w, who, h, out);
        case HOLDS -> hold(w, who, h, out);
        case CHECKED, PAUSED -> write(w, who, h, out);
        case DONE -> release(w, who, h, out);
      }
      boolean cannotRenew = h.phase == Phase.PAUSED || h.slow;
      if (w.holder == who && cannotRenew) {
        out.step(new Action(Act.EXPIRE, who), w.with(NOBODY, w.grants, who, h));
      }
    }
  }

  private static void grant(World w, int who, Holder h, Moves<World, Action> out) {
    if (w.holder == NOBODY) {
      out.step(
          new Action(Act.GRANT, who),
          w.with(who, w.grants + 1, who, new Holder(Phase.HOLDS, w.grants + 1, h.slow)));
    }
  }

  private void hold(World w, int who, Holder h, Moves<World, Action> out) {
    if (w.holder == who || h.slow) {
      out.step(
          new Action(Act.CHECK, who),
          w.with(w.holder, w.grants, who, new Holder(Phase.CHECKED, h.grant, h.slow)));
    }
    if (!h.slow && w.slowClocks < slowClocks) {
      World next = w.with(w.holder, w.grants, who, new Holder(h.phase, h.grant, true));
      out.fault(
          new Action(Act.SLOW_CLOCK, who),
          new World(
              next.holder,
              next.grants,
              next.all,
              w.newest,
              w.overwritten,
              w.pauses,
              w.slowClocks + 1));
    }
  }

  private void write(World w, int who, Holder h, Moves<World, Action> out) {
    World after = w.with(w.holder, w.grants, who, new Holder(Phase.DONE, h.grant, h.slow));
    if (tokens && checked && h.grant < w.newest) {
      out.step(new Action(Act.REFUSE, who), after);
    } else {
      out.step(
          new Action(Act.WRITE, who),
          new World(
              after.holder,
              after.grants,
              after.all,
              h.grant,
              w.overwritten || h.grant < w.newest,
              w.pauses,
              w.slowClocks));
    }
    if (h.phase == Phase.CHECKED && w.pauses < pauses) {
      World paused = w.with(w.holder, w.grants, who, new Holder(Phase.PAUSED, h.grant, h.slow));
      out.fault(
          new Action(Act.PAUSE, who),
          new World(
              paused.holder,
              paused.grants,
              paused.all,
              w.newest,
              w.overwritten,
              w.pauses + 1,
              w.slowClocks));
    }
  }

  private static void release(World w, int who, Holder h, Moves<World, Action> out) {
    if (w.holder == who) {
      out.step(new Action(Act.RELEASE, who), w.with(NOBODY, w.grants, who, h));
    }
  }
}
