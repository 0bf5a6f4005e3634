package godmode.core.evidence;

import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One part of the system, however many names files give it.
 *
 * @param id unique in the topology; the name that most deployments use
 * @param names every name, sorted, the id included
 * @param technology catalog id
 * @param presence the strongest way in which the repository shows it
 * @param members the deployed parts, where several of them form one cluster; otherwise empty
 * @param facts what is known of it in each environment it takes part in
 * @param platforms which kinds of file deploy it in each environment
 * @param sightings sorted by place
 */
public record Component(
    String id,
    List<String> names,
    ComponentType type,
    Optional<String> technology,
    Presence presence,
    List<String> members,
    SortedMap<Environment, Facts> facts,
    SortedMap<Environment, List<Platform>> platforms,
    List<Sighting> sightings) {

  public Component {
    names = List.copyOf(names);
    members = List.copyOf(members);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    platforms = Collections.unmodifiableSortedMap(new TreeMap<>(platforms));
    sightings = List.copyOf(sightings);
  }

  /** The environments it takes part in, the default one first. */
  public List<Environment> environments() {
    return List.copyOf(facts.keySet());
  }

  /** What is known of it in one environment. */
  public Facts facts(Environment environment) {
    Facts found = facts.get(environment);
    return found == null ? Facts.none(id) : found;
  }

  /**
   * How many of it run: in the default environment if it takes part in that, else in its first one.
   */
  public Fact<Integer> replicas() {
    return facts.values().stream()
        .findFirst()
        .orElseGet(() -> Facts.none(id))
        .get(Attributes.MEMBERS);
  }

  /** Whether a technology of that catalog id runs here. */
  public boolean runs(String technologyId) {
    return technology.filter(technologyId::equals).isPresent();
  }
}
