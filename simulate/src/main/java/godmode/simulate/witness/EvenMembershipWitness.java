package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.catalog.EvenMembership;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.core.review.Counterexample;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Telling;
import godmode.simulate.model.MajorityVoters;
import godmode.simulate.model.MajorityVoters.Action;
import godmode.simulate.model.MajorityVoters.World;
import java.util.List;
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
                  new Story(model, cluster));
            });
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

  private record Story(MajorityVoters model, Cluster cluster) implements Telling<World, Action> {
    private List<String> nodes() {
      return Cast.nodes(cluster, model.voters());
    }

    @Override
    public String claim() {
      return "However the network splits in two, one side of " + cluster.id() + " elects a leader.";
    }

    @Override
    public List<String> bounds() {
      return List.of(
          Cast.count(model.voters(), "voter", "voters"),
          model.needed() + " votes make a leader",
          "every split in two sides",
          "one election",
          "no voter fails");
    }

    @Override
    public Counterexample.Step tell(World before, Action a, World after, boolean fault) {
      int all = (1 << model.voters()) - 1;
      if (a.act() == MajorityVoters.Act.SPLIT) {
        return new Counterexample.Step(
            "the network",
            "splits " + cluster.id() + " in two",
            "",
            Cast.set(nodes(), all & ~after.other()) + " | " + Cast.set(nodes(), after.other()),
            fault);
      }
      String who = nodes().get(a.who());
      int side = (after.other() & 1 << a.who()) == 0 ? all & ~after.other() : after.other();
      String candidate = nodes().get(Integer.numberOfTrailingZeros(side & ~after.down()));
      String votes = Integer.bitCount(after.voted() & side) + " of " + model.needed() + " votes";
      return switch (a.act()) {
        case FAIL -> new Counterexample.Step(who, "stops", "", "", fault);
        case STAND ->
            new Counterexample.Step(
                who, "stands for leader and votes for itself", "", who + ": " + votes, fault);
        case VOTE ->
            new Counterexample.Step(
                who, "votes for " + candidate, candidate, candidate + ": " + votes, fault);
        case LEAD -> new Counterexample.Step(who, "leads", "", "", fault);
        case SPLIT -> throw new IllegalStateException("told above");
      };
    }

    @Override
    public String ending(World last, boolean stuck) {
      int other = Integer.bitCount(last.other());
      return "Neither side has a leader while this lasts: "
          + (model.voters() - other)
          + " and "
          + other
          + " voters can reach each other, and "
          + model.needed()
          + " votes are needed.";
    }
  }
}
