package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Makes flow sites of the paths through the code that were traced. */
final class Flows {
  private static final Comparator<FlowSite> ORDER =
      Comparator.comparing(FlowSite::kind)
          .thenComparing((FlowSite site) -> site.steps().get(0).at())
          .thenComparing(FlowSite::name)
          .thenComparing(FlowSite::owner);

  private Flows() {}

  /**
   * Every flow once for each component that runs it. A library that no component is built with is
   * judged too, by itself.
   */
  static List<FlowSite> of(Collection<Evidence> all, Addresses addresses) {
    List<FlowSite> sites = new ArrayList<>();
    for (Evidence seen : all) {
      if (seen.claim() instanceof Claim.FlowSeen claim) {
        List<Draft> owners = addresses.owners(claim.owner(), seen);
        if (owners.isEmpty()) {
          sites.add(site(claim, seen, "", new TreeSet<>(List.of(seen.source().environment()))));
        }
        for (Draft owner : owners) {
          sites.add(site(claim, seen, owner.id(), Scope.of(seen, owner.environments())));
        }
      }
    }
    sites.sort(ORDER);
    return sites;
  }

  private static FlowSite site(
      Claim.FlowSeen claim, Evidence seen, String owner, NavigableSet<Environment> environments) {
    Statements statements = new Statements();
    claim.properties().forEach(said -> statements.add(claim.flow(), seen, said));
    return new FlowSite(
        claim.flow(),
        claim.kind(),
        owner,
        List.copyOf(environments),
        claim.steps(),
        statements.facts(claim.flow()));
  }
}
