package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Joins what detectors read into one topology. The order of the evidence changes nothing, nor does
 * evidence that is given twice.
 *
 * <p>{@link Systems} says which names mean one thing, {@link NameGroups} which names are one
 * component, {@link Clusters} which components are one cluster, {@link Kind} what a component is,
 * {@link Statements} which file is believed, {@link Scope} where a claim holds, {@link Connections}
 * who calls whom, {@link EntryPoints} where users come in, {@link Classifier} what it is as a
 * whole.
 */
public final class Assembler {
  private final TechnologyTypes types;

  /**
   * An assembler.
   *
   * @param types what the catalog says a technology is
   */
  public Assembler(TechnologyTypes types) {
    this.types = types;
  }

  /** The topology that the evidence shows. */
  public Topology assemble(Collection<Evidence> evidence) {
    List<Evidence> sorted = EvidenceOrder.of(evidence);
    Systems systems = Systems.of(sorted, types);
    NameGroups groups = NameGroups.of(sorted, systems);
    Drafts drafts = Clusters.join(Drafts.of(sorted, groups, systems), sorted, systems, types);
    ComponentIds.give(drafts, systems);
    Addresses addresses = new Addresses(drafts, systems, types);
    Connections connections = Connections.of(sorted, addresses, types);
    List<Topic> topics = Topics.of(sorted, addresses);
    Guards guards = Guards.of(sorted, addresses);
    EntryPoints entryPoints =
        EntryPoints.of(sorted, drafts, addresses, systems, types, connections.made());

    List<Component> components = new ArrayList<>();
    NavigableSet<Unread> unread = new TreeSet<>(addresses.unread());
    unread.addAll(guards.unread());
    for (Draft draft : drafts.all()) {
      Kind kind = Kind.of(draft, types);
      unread.addAll(kind.contradictions());
      unread.addAll(once(draft.unread()));
      components.add(component(draft, kind));
    }
    entryPoints.user().ifPresent(components::add);
    components.sort(Comparator.comparing(Component::id));
    List<Connection> connected = new ArrayList<>(connections.made());
    connected.addAll(entryPoints.connections());
    connected.sort(Comparator.naturalOrder());
    for (Evidence seen : sorted) {
      if (seen.claim() instanceof Claim.Unreadable unreadable) {
        unread.add(new Unread(seen.at(), unreadable.why()));
      }
    }
    return new Topology(
        Classifier.classify(components, connected, independent(drafts, systems, connected)),
        components,
        connected,
        topics,
        guards.made(),
        Flows.of(sorted, addresses),
        environments(components),
        List.copyOf(unread));
  }

  /**
   * The folders of the systems of a collection of samples: at least three, none of them half of the
   * whole, and none with a connection to another. What supports one system in a folder of its own
   * makes no collection.
   */
  private static List<String> independent(
      Drafts drafts, Systems systems, Collection<Connection> connections) {
    SortedMap<Integer, Integer> sizes = new TreeMap<>();
    SortedMap<String, Integer> systemOf = new TreeMap<>();
    for (Draft draft : drafts.all()) {
      int system = draft.system(systems);
      if (draft.isDeployed() && system != NameKey.SHARED) {
        sizes.merge(system, 1, Integer::sum);
        systemOf.put(draft.id(), system);
      }
    }
    int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
    boolean apart =
        connections.stream()
            .filter(one -> systemOf.containsKey(one.source()))
            .filter(one -> systemOf.containsKey(one.target()))
            .allMatch(
                one -> Objects.equals(systemOf.get(one.source()), systemOf.get(one.target())));
    return apart && sizes.size() > 2 && sizes.values().stream().allMatch(size -> 2 * size <= all)
        ? sizes.keySet().stream().map(systems::folder).sorted().distinct().toList()
        : List.of();
  }

  /** Of what several files say alike, the first. */
  private static Collection<Unread> once(Collection<Unread> gaps) {
    SortedMap<String, Unread> byCause = new TreeMap<>();
    gaps.stream().sorted().forEach(gap -> byCause.putIfAbsent(gap.why(), gap));
    return byCause.values();
  }

  private static Component component(Draft draft, Kind kind) {
    return new Component(
        draft.id(),
        ComponentIds.names(draft),
        kind.type(),
        kind.technology(),
        draft.presence(),
        draft.members().stream().map(Draft::id).sorted().toList(),
        draft.facts(),
        draft.platforms(),
        EvidenceOrder.sightings(draft.seen()));
  }

  private static List<Environment> environments(Collection<Component> components) {
    NavigableSet<Environment> environments = new TreeSet<>();
    components.forEach(component -> environments.addAll(component.environments()));
    return List.copyOf(environments);
  }
}
