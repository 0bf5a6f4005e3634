package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.catalog.EvenMembership;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.MajorityVoters;
import godmode.simulate.model.MajorityVoters.World;
import java.util.Optional;

/** A split into two halves that are both too small to elect a leader. */
@AutoService(Witness.class)
public final class EvenMembershipWitness implements Witness {
  private static final int VOTERS_MAX = 9;

  @Override
  public String rule() {
    return "even-membership";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster cluster)) {
      return Optional.empty();
    }
    return voters(cluster)
        .filter(n -> n > 1 && n <= VOTERS_MAX)
        .map(
            n -> {
              MajorityVoters model = new MajorityVoters(n, Majority.of(n), 1, 0);
              return new Scenario<>(
                  model,
                  MajorityVoters.SOME_LEADER,
                  MajorityVoters.GOALS,
                  new ElectionStory(
                      model,
                      cluster,
                      "leader",
                      "However the network splits in two, one side of "
                          + cluster.id()
                          + " elects a leader.",
                      last -> ending(model, last)));
            });
  }

  private static String ending(MajorityVoters model, World last) {
    int other = Integer.bitCount(last.other());
    return "Neither side has a leader while this lasts: "
        + (model.voters() - other)
        + " and "
        + other
        + " voters can reach each other, and "
        + model.needed()
        + " votes are needed.";
  }

  private static Optional<Integer> voters(Cluster cluster) {
    Fact<Integer> voters = cluster.fact(Attributes.VOTERS);
    Optional<EvenMembership> even =
        cluster.technology().flatMap(known -> known.quorum("members")).map(quorum -> quorum.even());
    if (even.filter(e -> e == EvenMembership.HARMLESS).isPresent()) {
      return Optional.empty();
    }
    boolean membersVote =
        even.filter(e -> e == EvenMembership.WASTEFUL || e == EvenMembership.DANGEROUS).isPresent();
    return membersVote && voters instanceof Fact.Unknown
        ? cluster.fact(Attributes.MEMBERS).value()
        : voters.value();
  }
}
