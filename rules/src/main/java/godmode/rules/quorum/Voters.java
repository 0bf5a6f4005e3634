package godmode.rules.quorum;

import godmode.core.catalog.EvenMembership;
import godmode.core.design.Cluster;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.rules.Reading;
import java.util.Optional;

/** Who votes in a cluster. */
final class Voters {
  private Voters() {}

  /** How many vote; empty where the members are not known to be one group of voters. */
  static Optional<Fact<Integer>> of(Cluster cluster) {
    Fact<Integer> voters = cluster.fact(Attributes.VOTERS);
    boolean membersVote =
        cluster
            .technology()
            .flatMap(known -> known.quorum("members"))
            .filter(quorum -> quorum.even() != EvenMembership.NOT_APPLICABLE)
            .isPresent();
    if (!membersVote) {
      return voters instanceof Fact.Unknown ? Optional.empty() : Optional.of(voters);
    }
    return Optional.of(Reading.either(voters, cluster.fact(Attributes.MEMBERS)));
  }
}
