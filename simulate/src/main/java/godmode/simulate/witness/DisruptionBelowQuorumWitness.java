package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.Drain;
import java.util.List;
import java.util.Optional;

/** An upgrade of the nodes that takes more voters at a time than may be away, or waits for ever. */
@AutoService(Witness.class)
public final class DisruptionBelowQuorumWitness implements Witness {
  @Override
  public String rule() {
    return "disruption-below-quorum";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    return subject instanceof Cluster cluster
        ? Places.voters(cluster)
            .flatMap(n -> allowed(cluster, n).map(allowed -> scenario(cluster, n, allowed)))
        : Optional.empty();
  }

  /** How many the budget lets be away; it names them, or those that have to stay. */
  private static Optional<Integer> allowed(Cluster cluster, int voters) {
    Fact<Integer> most = cluster.fact(Attributes.MAX_UNAVAILABLE);
    return most instanceof Fact.Unknown
        ? cluster.fact(Attributes.MIN_AVAILABLE).value().map(n -> Math.max(0, voters - n))
        : most.value();
  }

  private static Scenario<?, ?> scenario(Cluster cluster, int voters, int allowed) {
    Drain model = new Drain(voters, Majority.of(voters), allowed);
    List<String> names = Cast.nodes(cluster, voters);
    return new Scenario<>(
        model,
        Drain.servesAndEnds(model),
        Drain.GOALS,
        new Tale<>(
            "While the nodes of "
                + cluster.id()
                + " are upgraded, a majority of its voters is there and no drain waits for ever.",
            List.of(
                Cast.count(voters, "voter", "voters"),
                model.needed() + " of them decide",
                "the budget lets " + allowed + " be away at a time",
                "each node is drained once",
                "no node fails"),
            (before, action, after) -> told(action, after, model, names),
            (last, stuck) ->
                stuck
                    ? "The drain waits for as long as the budget stands: it lets no voter go."
                    : "Nothing is decided until one is back: "
                        + (voters - Integer.bitCount(last.away()))
                        + " of "
                        + voters
                        + " voters are there, and "
                        + model.needed()
                        + " are needed."));
  }

  private static Said told(
      Drain.Action action, Drain.World after, Drain model, List<String> names) {
    String voter = names.get(action.voter());
    String left = model.voters() - Integer.bitCount(after.away()) + " voters are there";
    return switch (action.act()) {
      case ASK -> Said.of("the upgrade", "begins to drain the node of " + voter);
      case EVICT ->
          Said.of("the upgrade", "evicts " + voter + ", which the budget allows").with(left);
      case RETURN -> Said.of(voter, "is back, on another node").with(left);
    };
  }
}
