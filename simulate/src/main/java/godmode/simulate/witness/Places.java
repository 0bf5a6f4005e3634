package godmode.simulate.witness;

import godmode.core.catalog.EvenMembership;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.ZonedVoters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Voters that share nodes or zones, and the loss of one of these. */
final class Places {
  private static final int VOTERS_MAX = 9;

  private Places() {}

  /** How many vote, where more than two do; they are what a majority is counted of. */
  static Optional<Integer> voters(Cluster cluster) {
    Fact<Integer> voters = cluster.fact(Attributes.VOTERS);
    boolean membersVote =
        cluster
            .technology()
            .flatMap(known -> known.quorum("members"))
            .filter(quorum -> quorum.even() != EvenMembership.NOT_APPLICABLE)
            .isPresent();
    Fact<Integer> counted =
        membersVote && voters instanceof Fact.Unknown ? cluster.fact(Attributes.MEMBERS) : voters;
    return counted.value().filter(n -> n > 2 && n <= VOTERS_MAX);
  }

  /** In how many zones members are: what places them says it, or else the design. */
  static Optional<Integer> zones(Cluster cluster, Design design) {
    Fact<Integer> own = cluster.fact(Attributes.ZONES);
    return own instanceof Fact.Unknown ? design.fact(Attributes.ZONES).value() : own.value();
  }

  /** Each voter in a place of its own. */
  static List<Integer> oneEach(int voters) {
    return Stream.generate(() -> 1).limit(voters).toList();
  }

  /**
   * The scenario.
   *
   * @param kind {@code node} or {@code zone}
   * @param places how many voters may stand in each, in the worst case
   */
  static Scenario<?, ?> scenario(Cluster cluster, String kind, List<Integer> places) {
    int voters = places.stream().mapToInt(Integer::intValue).sum();
    ZonedVoters model = new ZonedVoters(places, Majority.of(voters), 1);
    return new Scenario<>(
        model,
        ZonedVoters.SOME_LEADER,
        ZonedVoters.GOALS,
        new Tale<>(
            cluster.id() + " elects a leader, whichever " + kind + " is lost.",
            List.of(
                Cast.count(voters, "voter", "voters"),
                "as placed at worst: " + places + " in each " + kind,
                model.needed() + " votes make a leader",
                "1 " + kind + " is lost"),
            (before, action, after) -> told(model, action, kind),
            (last, stuck) ->
                "No leader of "
                    + cluster.id()
                    + " while this lasts: "
                    + (voters - model.voters(last.lost()))
                    + " of "
                    + voters
                    + " voters are left, and "
                    + model.needed()
                    + " votes are needed."));
  }

  private static Said told(ZonedVoters model, ZonedVoters.Action action, String kind) {
    String place = kind + " " + (action.place() + 1);
    String voters = Cast.count(model.places().get(action.place()), "voter", "voters");
    return switch (action.act()) {
      case LOSE -> Said.of(place, "is lost with its " + voters);
      case VOTE -> Said.of(place, "votes with its " + voters);
      case LEAD -> Said.of(place, "has the leader");
    };
  }
}
