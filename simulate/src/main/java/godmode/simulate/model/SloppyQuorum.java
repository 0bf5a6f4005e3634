package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * A write that goes on while the nodes where it belongs cannot be reached (DeCandia et al., Dynamo,
 * SOSP 2007, section 4.6). One writer writes once; one reader reads once after that.
 *
 * @param homes nodes where the item belongs, 1 to 5
 * @param read homes that answer a read
 * @param write nodes that acknowledge a write
 * @param cuts homes that the writer may not reach; the reader reaches them
 * @param hands whether another node takes a write for a home that cannot be reached, and keeps it
 *     until it can
 */
public record SloppyQuorum(int homes, int read, int write, int cuts, boolean hands)
    implements Model<SloppyQuorum.World, SloppyQuorum.Action> {
  private static final int HOMES_MAX = 5;

  /** What can happen. */
  public enum Act {
    CUT,
    STORE,
    STORE_ELSEWHERE,
    HAND_OVER,
    BEGIN_READ,
    ANSWER
  }

  /** One of them, to a home from 0. */
  public record Action(Act act, int home) {}

  /**
   * Where it stands, as bits of homes.
   *
   * @param cut homes that the writer does not reach
   * @param has homes that keep the write
   * @param hinted homes for which another node keeps it
   * @param counted homes that the writer has counted, by themselves or by another node
   * @param reading whether the read has begun, after the write was acknowledged
   * @param answered homes that answered the read
   * @param seen whether one of them had the write
   */
  public record World(
      int cut, int has, int hinted, int counted, boolean reading, int answered, boolean seen) {}

  /** A read that begins after the write was acknowledged shows it. */
  public Property<World> fresh() {
    return Property.always(w -> Integer.bitCount(w.answered) < read || w.seen);
  }

  /** The write is acknowledged and the read returns. */
  public List<Goal<World>> goals() {
    return List.of(
        new Goal<>("a read returned", w -> Integer.bitCount(w.answered) >= read),
        new Goal<>("the write was acknowledged", w -> Integer.bitCount(w.counted) >= write));
  }

  public SloppyQuorum {
    if (homes < 1 || homes > HOMES_MAX || read < 1 || write < 1 || read > homes || write > homes) {
      throw new IllegalArgumentException(
          "of "
              + homes
              + " nodes "
              + read
              + " answer reads and "
              + write
              + " take writes; both are 1 to all, and the model has 1 to "
              + HOMES_MAX
              + " nodes");
    }
    if (cuts < 0 || cuts > homes) {
      throw new IllegalArgumentException(cuts + " of " + homes + " nodes cut off");
    }
  }

  @Override
  public World start() {
    return new World(0, 0, 0, 0, false, 0, false);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    boolean acknowledged = Integer.bitCount(w.counted) >= write;
    if (acknowledged && !w.reading) {
      out.step(
          new Action(Act.BEGIN_READ, -1),
          new World(w.cut, w.has, w.hinted, w.counted, true, 0, false));
    }
    for (int home = 0; home < homes; home++) {
      home(w, home, 1 << home, out);
    }
  }

  private void home(World w, int home, int bit, Moves<World, Action> out) {
    boolean reached = (w.cut & bit) == 0;
    if (reached && w.counted == 0 && Integer.bitCount(w.cut) < cuts) {
      out.fault(
          new Action(Act.CUT, home),
          new World(w.cut | bit, w.has, w.hinted, w.counted, w.reading, w.answered, w.seen));
    }
    if (reached && (w.has & bit) == 0) {
      out.step(
          new Action(Act.STORE, home),
          new World(w.cut, w.has | bit, w.hinted, w.counted | bit, w.reading, w.answered, w.seen));
    }
    if (!reached && hands && (w.counted & bit) == 0) {
      out.step(
          new Action(Act.STORE_ELSEWHERE, home),
          new World(w.cut, w.has, w.hinted | bit, w.counted | bit, w.reading, w.answered, w.seen));
    }
    if ((w.hinted & bit) != 0) {
      out.step(
          new Action(Act.HAND_OVER, home),
          new World(w.cut, w.has | bit, w.hinted & ~bit, w.counted, w.reading, w.answered, w.seen));
    }
    if (w.reading && (w.answered & bit) == 0 && Integer.bitCount(w.answered) < read) {
      out.step(
          new Action(Act.ANSWER, home),
          new World(
              w.cut,
              w.has,
              w.hinted,
              w.counted,
              true,
              w.answered | bit,
              w.seen || (w.has & bit) != 0));
    }
  }

  /** Homes are equal: sorts what is known of each. */
  @Override
  public World canonical(World w) {
    int[] columns = new int[homes];
    for (int home = 0; home < homes; home++) {
      columns[home] =
          (w.cut >> home & 1) << 4
              | (w.has >> home & 1) << 3
              | (w.hinted >> home & 1) << 2
              | (w.counted >> home & 1) << 1
              | (w.answered >> home & 1);
    }
    java.util.Arrays.sort(columns);
    int[] sets = new int[5];
    for (int home = 0; home < homes; home++) {
      for (int set = 0; set < sets.length; set++) {
        sets[set] |= (columns[home] >> (4 - set) & 1) << home;
      }
    }
    return new World(sets[0], sets[1], sets[2], sets[3], w.reading, sets[4], w.seen);
  }
}
