package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.ZonedVoters;
import java.util.List;
import java.util.Optional;

/** A zone that is lost with more voters than the rest can do without. */
@AutoService(Witness.class)
public final class ZoneQuorumLossWitness implements Witness {
  @Override
  public String rule() {
    return "zone-quorum-loss";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster cluster)) {
      return Optional.empty();
    }
    Optional<String> spread = cluster.fact(Attributes.ZONE_SPREAD).value();
    Optional<Integer> zones = Places.zones(cluster, design);
    return Places.voters(cluster)
        .flatMap(n -> places(n, spread, zones))
        .map(places -> Places.scenario(cluster, "zone", places));
  }

  private static Optional<List<Integer>> places(
      int n, Optional<String> spread, Optional<Integer> zones) {
    if (spread.filter("one-each"::equals).isPresent()) {
      return Optional.of(Places.oneEach(n));
    }
    if (zones.filter(z -> z < 3).isPresent() || spread.filter("even"::equals).isPresent()) {
      return zones.map(z -> ZonedVoters.even(n, z));
    }
    return spread.map(unforced -> List.of(n));
  }
}
