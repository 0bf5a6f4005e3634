package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.ZonedVoters;
import java.util.List;
import java.util.Optional;

/** A node that is lost with more voters than the rest can do without. */
@AutoService(Witness.class)
public final class NodeQuorumLossWitness implements Witness {
  @Override
  public String rule() {
    return "node-quorum-loss";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster cluster)) {
      return Optional.empty();
    }
    return Places.voters(cluster)
        .flatMap(
            n ->
                cluster
                    .fact(Attributes.NODE_SPREAD)
                    .value()
                    .filter(spread -> !spread.equals("even"))
                    .flatMap(spread -> places(cluster, design, n, spread)))
        .map(places -> Places.scenario(cluster, "node", places));
  }

  /** A node stands in one zone: it holds no more voters than its zone may. */
  private static Optional<List<Integer>> places(
      Cluster cluster, Design design, int n, String spread) {
    String zones = cluster.fact(Attributes.ZONE_SPREAD).value().orElse("");
    if (spread.equals("one-each") || zones.equals("one-each")) {
      return Optional.of(Places.oneEach(n));
    }
    if (!zones.equals("even")) {
      return Optional.of(List.of(n));
    }
    return Places.zones(cluster, design)
        .map(
            z ->
                ZonedVoters.even(n, z).get(0) <= Majority.tolerates(n)
                    ? ZonedVoters.even(n, z)
                    : List.of(n));
  }
}
