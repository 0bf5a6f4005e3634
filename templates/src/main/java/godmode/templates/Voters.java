package godmode.templates;

import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cluster that decides by majority, and among how many.
 *
 * @param count the fact that says how many vote
 * @param voters its value
 */
public record Voters(Cluster cluster, Fact<Integer> count, int voters) {
  /** The clusters of which it is known how many vote, in the order of the design. */
  public static List<Voters> in(Design design) {
    List<Voters> all = new ArrayList<>();
    for (Cluster cluster : design.clusters()) {
      of(cluster).ifPresent(all::add);
    }
    return all;
  }

  /** The voters of a cluster, if it votes and their number is known. */
  public static Optional<Voters> of(Cluster cluster) {
    for (Attribute<Integer> attribute :
        List.of(Attributes.VOTERS, Attributes.SENTINELS, Attributes.PEERS)) {
      Optional<Voters> said = of(cluster, cluster.fact(attribute));
      if (said.isPresent()) {
        return said;
      }
    }
    return membersVote(cluster) ? of(cluster, cluster.fact(Attributes.MEMBERS)) : Optional.empty();
  }

  private static Optional<Voters> of(Cluster cluster, Fact<Integer> count) {
    return count.value().filter(n -> n > 0).map(n -> new Voters(cluster, count, n));
  }

  private static boolean membersVote(Cluster cluster) {
    return cluster
        .technology()
        .flatMap((Technology known) -> known.quorum("members"))
        .map(quorum -> true)
        .orElse(cluster.type() == ComponentType.COORDINATION);
  }

  /** How many must agree. */
  public int quorum() {
    return Majority.of(voters);
  }

  /** How many may fail. */
  public int tolerates() {
    return Majority.tolerates(voters);
  }
}
