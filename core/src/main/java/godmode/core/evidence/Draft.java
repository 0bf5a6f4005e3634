package godmode.core.evidence;

import godmode.core.fact.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A component in the making: the names of one group, and all evidence about them. */
final class Draft {
  /** What cannot be deployed here, and is a component wherever it is addressed. */
  private static final Set<ComponentType> OUTSIDE =
      EnumSet.of(ComponentType.EXTERNAL_SERVICE, ComponentType.CONFIG_REPOSITORY);

  private final NameKey key;
  private final NavigableSet<NameKey> keys = new TreeSet<>();
  private final List<Draft> parts;
  private final List<Evidence> evidence = new ArrayList<>();
  private final NavigableSet<Environment> addressedIn = new TreeSet<>();
  private String id = "";
  private boolean isWholeCluster;

  Draft(NameKey key) {
    this.key = key;
    this.parts = List.of();
    keys.add(key);
  }

  /** A cluster of these. */
  Draft(List<Draft> parts) {
    this.key = parts.get(0).key;
    this.parts = List.copyOf(parts);
    List<Evidence> all = new ArrayList<>();
    for (Draft part : parts) {
      keys.addAll(part.keys);
      all.addAll(part.evidence);
    }
    evidence.addAll(EvidenceOrder.of(all));
  }

  void add(NameKey name) {
    keys.add(name);
  }

  void add(Evidence about) {
    evidence.add(about);
  }

  /** Says that something running in these environments addresses it. */
  void addressedIn(Collection<Environment> environments) {
    addressedIn.addAll(environments);
  }

  void name(String given) {
    id = given;
  }

  String id() {
    return id;
  }

  /** Says that it is the whole of the cluster it is a part of, deployed in another way. */
  void markWholeCluster() {
    isWholeCluster = true;
  }

  /** The parts that are deployed one by one. */
  List<Draft> members() {
    return parts.stream().filter(part -> !part.isWholeCluster).toList();
  }

  NameKey key() {
    return key;
  }

  NavigableSet<NameKey> keys() {
    return Collections.unmodifiableNavigableSet(keys);
  }

  List<Draft> parts() {
    return parts;
  }

  List<Evidence> evidence() {
    return Collections.unmodifiableList(evidence);
  }

  /** The evidence that it exists, in order. */
  List<Evidence> seen() {
    return evidence.stream().filter(e -> e.claim() instanceof Claim.ComponentSeen).toList();
  }

  /** The evidence of that presence, in order. */
  List<Evidence> seen(Presence presence) {
    return seen().stream().filter(e -> presenceOf(e) == presence).toList();
  }

  static Presence presenceOf(Evidence evidence) {
    return evidence.claim() instanceof Claim.ComponentSeen seen ? seen.presence() : Presence.USED;
  }

  Presence presence() {
    return seen().stream().map(Draft::presenceOf).min(Presence::compareTo).orElse(Presence.USED);
  }

  boolean isDeployed() {
    return presence() == Presence.DEPLOYED;
  }

  /** Whether it runs here: deployed, or built and able to start. */
  boolean isOwn() {
    return presence().compareTo(Presence.BUILT) <= 0;
  }

  /** Whether there is enough evidence for a component. */
  boolean exists() {
    if (isOwn()) {
      return true;
    }
    return presence() == Presence.ADDRESSED
        && seen(Presence.ADDRESSED).stream()
            .map(e -> (Claim.ComponentSeen) e.claim())
            .anyMatch(
                seen ->
                    HostNames.isExternal(HostNames.withoutPort(seen.name()))
                        || seen.type().filter(OUTSIDE::contains).isPresent());
  }

  /** The environments that deploy it; if none does, those it is built or addressed in. */
  NavigableSet<Environment> environments() {
    NavigableSet<Environment> found = new TreeSet<>();
    seen(presence()).forEach(e -> found.add(e.source().environment()));
    if (!isOwn()) {
      found.addAll(addressedIn);
    }
    return found;
  }

  /** Which kinds of file deploy it, for each of its environments. */
  SortedMap<Environment, List<Platform>> platforms() {
    SortedMap<Environment, List<Platform>> platforms = new TreeMap<>();
    for (Environment environment : environments()) {
      platforms.put(
          environment,
          seen(Presence.DEPLOYED).stream()
              .map(Evidence::source)
              .filter(source -> source.environment().equals(environment))
              .map(Evidence.Source::platform)
              .sorted()
              .distinct()
              .toList());
    }
    return platforms;
  }

  /** Everything said about its attributes. */
  Statements statements() {
    Statements statements = new Statements();
    if (parts.isEmpty()) {
      for (Evidence about : evidence) {
        if (about.claim() instanceof Claim.AttributeSeen seen) {
          statements.add(key.name(), about, seen.said());
        } else if (about.claim() instanceof Claim.AttributeUnread unread) {
          statements.addGap(about, unread.attribute(), unread.why());
        }
      }
      return statements;
    }
    for (Draft part : parts) {
      statements.addAll(part.statements());
    }
    return ClusterSize.of(this, statements);
  }

  /** What is known in each of its environments. */
  SortedMap<Environment, Facts> facts() {
    SortedMap<Environment, Facts> facts = new TreeMap<>();
    Statements statements = statements();
    environments().forEach(e -> facts.put(e, statements.facts(id, e)));
    return facts;
  }

  /** Values that stay unknown. */
  List<Unread> unread() {
    List<Unread> unread = new ArrayList<>();
    Statements statements = statements();
    facts().forEach((e, facts) -> unread.addAll(statements.unread(id, e, facts)));
    return unread;
  }

  /** The system whose files show it first. */
  int system(Systems systems) {
    Optional<Evidence> first =
        seen(presence()).stream().filter(e -> systems.of(e) != NameKey.SHARED).findFirst();
    return first.map(systems::of).orElse(NameKey.SHARED);
  }
}
