package godmode.core.evidence;

import godmode.core.fact.Facts;
import java.util.List;

/**
 * A lock, leader election or schedule that files show.
 *
 * @param owner id of the component that takes it
 * @param sightings sorted by place
 */
public record GuardSite(
    String name,
    GuardKind kind,
    String owner,
    List<Environment> environments,
    Facts facts,
    List<Sighting> sightings) {
  public GuardSite {
    environments = List.copyOf(environments);
    sightings = List.copyOf(sightings);
  }
}
