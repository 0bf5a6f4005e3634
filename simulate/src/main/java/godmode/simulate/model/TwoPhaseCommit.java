package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * Two-phase commit of one transaction (Gray and Lamport, Consensus on Transaction Commit, ACM TODS
 * 31(1), 2006, section 3; the specification TwoPhase.tla of that paper).
 *
 * @param managers how many resource managers take part, up to 16
 * @param crashes whether the coordinator may stop for good before it decides: 0 or 1
 */
public record TwoPhaseCommit(int managers, int crashes)
    implements Model<TwoPhaseCommit.World, TwoPhaseCommit.Action> {

  private static final int MANAGERS_MAX = 16;

  /** What the coordinator has decided. */
  public enum Decision {
    NONE,
    COMMIT,
    ABORT
  }

  /** What can happen. */
  public enum Act {
    PREPARE,
    ABORT_ALONE,
    HEAR_PREPARED,
    DECIDE_COMMIT,
    DECIDE_ABORT,
    COMMIT,
    ABORT,
    CRASH
  }

  /** One of them, to a manager; -1 for the coordinator. */
  public record Action(Act act, int manager) {}

  /**
   * Who is where; the sets are bit masks of managers. One that is in none is still working.
   *
   * @param sent has told the coordinator that it is prepared
   * @param heard the coordinator knows that it is prepared
   */
  public record World(
      int prepared,
      int committed,
      int aborted,
      int sent,
      int heard,
      Decision decision,
      boolean crashed) {}

  /** No manager commits while another aborts. */
  public static final Property<World> ATOMIC =
      Property.always(world -> world.committed == 0 || world.aborted == 0);

  /** No manager that is prepared waits for ever. */
  public static final Property<World> NEVER_BLOCKED =
      Property.neverStuck(world -> world.prepared != 0);

  /** All commit, and all abort. */
  public static List<Goal<World>> goals(int all) {
    return List.of(
        new Goal<>("all committed", world -> world.committed == all),
        new Goal<>("all aborted", world -> world.aborted == all));
  }

  public TwoPhaseCommit {
    if (managers < 1 || managers > MANAGERS_MAX || crashes < 0 || crashes > 1) {
      throw new IllegalArgumentException(
          managers + " managers and " + crashes + " crashes; the model has 1 to 16 and 0 or 1");
    }
  }

  @Override
  public World start() {
    return new World(0, 0, 0, 0, 0, Decision.NONE, false);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    int all = (1 << managers) - 1;
    if (w.decision == Decision.NONE && !w.crashed) {
      if (w.heard == all) {
        out.step(
            new Action(Act.DECIDE_COMMIT, -1),
            new World(w.prepared, w.committed, w.aborted, w.sent, w.heard, Decision.COMMIT, false));
      }
      out.step(
          new Action(Act.DECIDE_ABORT, -1),
          new World(w.prepared, w.committed, w.aborted, w.sent, w.heard, Decision.ABORT, false));
      if (crashes > 0) {
        out.fault(
            new Action(Act.CRASH, -1),
            new World(w.prepared, w.committed, w.aborted, w.sent, w.heard, w.decision, true));
      }
    }
    for (int m = 0; m < managers; m++) {
      manager(w, m, 1 << m, out);
    }
  }

  private static void manager(World w, int m, int bit, Moves<World, Action> out) {
    int rest = ~bit;
    if ((w.sent & ~w.heard & bit) != 0 && w.decision == Decision.NONE && !w.crashed) {
      out.step(
          new Action(Act.HEAR_PREPARED, m),
          new World(
              w.prepared, w.committed, w.aborted, w.sent, w.heard | bit, w.decision, w.crashed));
    }
    if (((w.prepared | w.committed | w.aborted) & bit) == 0) {
      out.step(
          new Action(Act.PREPARE, m),
          new World(
              w.prepared | bit,
              w.committed,
              w.aborted,
              w.sent | bit,
              w.heard,
              w.decision,
              w.crashed));
      out.step(
          new Action(Act.ABORT_ALONE, m),
          new World(
              w.prepared, w.committed, w.aborted | bit, w.sent, w.heard, w.decision, w.crashed));
    }
    if (w.decision == Decision.COMMIT && (w.committed & bit) == 0) {
      out.step(
          new Action(Act.COMMIT, m),
          new World(
              w.prepared & rest,
              w.committed | bit,
              w.aborted & rest,
              w.sent,
              w.heard,
              w.decision,
              w.crashed));
    }
    if (w.decision == Decision.ABORT && (w.aborted & bit) == 0) {
      out.step(
          new Action(Act.ABORT, m),
          new World(
              w.prepared & rest,
              w.committed & rest,
              w.aborted | bit,
              w.sent,
              w.heard,
              w.decision,
              w.crashed));
    }
  }
}
