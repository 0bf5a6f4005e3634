package godmode.core.evidence;

import godmode.core.fact.Facts;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A topic or queue that files define.
 *
 * @param broker id of the component it lives on
 * @param facts what is known of it in each environment
 * @param sightings sorted by place
 */
public record Topic(
    String name, String broker, SortedMap<Environment, Facts> facts, List<Sighting> sightings) {
  public Topic {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    sightings = List.copyOf(sightings);
  }
}
