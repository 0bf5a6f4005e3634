package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;

/**
 * Voters in zones (or on nodes), and a leader who needs so many votes of those it can reach. Places
 * may be lost with all who are in them.
 *
 * @param places how many voters stand in each place
 * @param needed votes that make a leader
 * @param losses how many places may be lost, each with its voters
 */
public record ZonedVoters(List<Integer> places, int needed, int losses)
    implements Model<ZonedVoters.World, ZonedVoters.Action> {
  private static final int PLACES_MAX = 9;
  private static final int NOBODY = -1;

  /** What can happen. */
  public enum Act {
    LOSE,
    VOTE,
    LEAD
  }

  /** One of them, to a place from 0. */
  public record Action(Act act, int place) {}

  /**
   * Where it stands, as bits of places.
   *
   * @param votes from whom the candidate has votes
   * @param leads the place of the leader; -1 for none
   */
  public record World(int lost, int votes, int leads) {}

  /** There is a leader sooner or later, while this lasts. */
  public static final Property<World> SOME_LEADER = Property.neverStuck(w -> w.leads == NOBODY);

  /** There is one, also after a loss. */
  public static final List<Goal<World>> GOALS =
      List.of(new Goal<>("a leader was elected", w -> w.leads != NOBODY));

  public ZonedVoters {
    places = List.copyOf(places);
    if (places.isEmpty() || places.size() > PLACES_MAX || places.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("voters in places: " + places);
    }
    int all = places.stream().mapToInt(Integer::intValue).sum();
    if (needed < 1 || needed > all || losses < 0 || losses > places.size()) {
      throw new IllegalArgumentException(
          needed
              + " votes of "
              + all
              + ", and "
              + losses
              + " of "
              + places.size()
              + " places lost");
    }
  }

  /** Voters spread evenly over places, the first ones fuller. */
  public static List<Integer> even(int voters, int places) {
    return java.util.stream.IntStream.range(0, Math.min(voters, places))
        .mapToObj(i -> (voters + places - 1 - i) / places)
        .toList();
  }

  @Override
  public World start() {
    return new World(0, 0, NOBODY);
  }

  /** How many voters stand in a set of places. */
  public int voters(int set) {
    int sum = 0;
    for (int place = 0; place < places.size(); place++) {
      sum += (set >> place & 1) * places.get(place);
    }
    return sum;
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    for (int place = 0; place < places.size(); place++) {
      int bit = 1 << place;
      if ((w.lost & bit) == 0 && w.leads == NOBODY) {
        if ((w.votes & bit) == 0) {
          out.step(new Action(Act.VOTE, place), new World(w.lost, w.votes | bit, w.leads));
        } else if (voters(w.votes) >= needed) {
          out.step(new Action(Act.LEAD, place), new World(w.lost, w.votes, place));
        }
      }
      if ((w.lost & bit) == 0 && Integer.bitCount(w.lost) < losses) {
        out.fault(
            new Action(Act.LOSE, place),
            new World(w.lost | bit, w.votes & ~bit, w.leads == place ? NOBODY : w.leads));
      }
    }
  }
}
