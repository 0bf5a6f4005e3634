package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * An upgrade that drains the node of one voter after the other, as fast as a disruption budget
 * allows (https://kubernetes.io/docs/concepts/workloads/pods/disruptions/). A voter that was
 * evicted comes back on another node, sooner or later.
 *
 * @param voters each on a node of its own, up to 9
 * @param needed voters without which nothing is decided
 * @param allowed voters that the budget lets be away at a time
 */
public record Drain(int voters, int needed, int allowed)
    implements Model<Drain.World, Drain.Action> {
  private static final int VOTERS_MAX = 9;

  /** What can happen. */
  public enum Act {
    ASK,
    EVICT,
    RETURN
  }

  /** One of them, to a voter, from 0. */
  public record Action(Act act, int voter) {}

  /**
   * Sets of voters are bit masks.
   *
   * @param asked voters whose nodes somebody drains or has drained
   * @param evicted of those, the ones that have left
   * @param away of those, the ones that are not back yet
   */
  public record World(int asked, int evicted, int away) {
    boolean waits() {
      return asked != evicted;
    }
  }

  /** Enough voters are there to decide, and no drain waits for ever. */
  public static Property<World> servesAndEnds(Drain model) {
    return new Property<>(
        w -> model.voters - Integer.bitCount(w.away) >= model.needed, World::waits);
  }

  /** Drains go through. */
  public static final List<Goal<World>> GOALS =
      List.of(new Goal<>("a voter was moved", w -> (w.evicted & ~w.away) != 0));

  public Drain {
    if (voters < 1 || voters > VOTERS_MAX || needed < 1 || needed > voters || allowed < 0) {
      throw new IllegalArgumentException(
          voters + " voters of which " + needed + " decide and " + allowed + " may be away");
    }
  }

  @Override
  public World start() {
    return new World(0, 0, 0);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    for (int voter = 0; voter < voters; voter++) {
      int bit = 1 << voter;
      if ((w.asked & bit) == 0 && (voter == 0 || (w.evicted & bit >> 1) != 0)) {
        out.step(new Action(Act.ASK, voter), new World(w.asked | bit, w.evicted, w.away));
      }
      boolean pending = (w.asked & ~w.evicted & bit) != 0;
      if (pending && Integer.bitCount(w.away) < allowed) {
        out.step(new Action(Act.EVICT, voter), new World(w.asked, w.evicted | bit, w.away | bit));
      }
      if ((w.away & bit) != 0) {
        out.step(new Action(Act.RETURN, voter), new World(w.asked, w.evicted, w.away & ~bit));
      }
    }
  }
}
