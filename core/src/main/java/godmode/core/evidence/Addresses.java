package godmode.core.evidence;

import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds the components that names stand for, and notes what cannot be found. */
final class Addresses {
  private static final String TECHNOLOGY = "tech:";

  private final Drafts drafts;
  private final Systems systems;
  private final TechnologyTypes types;
  private final List<Running> own;
  private final List<Unread> unread = new ArrayList<>();
  private final Map<String, Draft> notDeployed = new HashMap<>();

  Addresses(Drafts drafts, Systems systems, TechnologyTypes types) {
    this.drafts = drafts;
    this.systems = systems;
    this.types = types;
    this.own =
        drafts.all().stream()
            .filter(Draft::isOwn)
            .map(draft -> Running.of(draft, types))
            .filter(running -> !running.technology.isEmpty())
            .toList();
  }

  /** A component of ours and the technology it runs, looked up once. */
  private record Running(Draft draft, String technology, Set<Environment> environments) {
    static Running of(Draft draft, TechnologyTypes types) {
      return new Running(
          draft, Kind.of(draft, types).technology().orElse(""), draft.environments());
    }
  }

  /** What could not be found, in the order in which it was asked for. */
  List<Unread> unread() {
    return List.copyOf(unread);
  }

  /** The components that speak under a name: as the subject of a claim, not as an address. */
  List<Draft> owners(String name, Evidence speaker) {
    return drafts.addressed(name, speaker, systems);
  }

  /**
   * The components at an address.
   *
   * @param callers where the address is used
   * @param protocol catalog id or protocol, which tells what an outside host is; may be empty
   */
  List<Draft> targets(String address, Evidence speaker, List<Draft> callers, String protocol) {
    if (address.startsWith(TECHNOLOGY)) {
      String technology = NameKey.fold(address.substring(TECHNOLOGY.length()));
      return running(technology, speaker, callers)
          .or(() -> notDeployed(technology, speaker, callers))
          .map(List::of)
          .orElse(List.of());
    }
    List<Draft> found = drafts.addressed(address, speaker, systems);
    if (!found.isEmpty() || address.startsWith("path:")) {
      return found;
    }
    String host = HostNames.withoutPort(address);
    if (HostNames.isExternal(host)) {
      Draft outside = outside(host, speaker, protocol);
      if (types.of(protocol).filter(ComponentType.DATABASE::equals).isPresent()) {
        callers.forEach(caller -> callDatabaseOf(outside, caller, speaker));
      }
      return List.of(outside);
    }
    unread.add(
        new Unread(
            speaker.at(),
            HostNames.isLoopback(host)
                ? host + " is addressed here, which stands for whatever runs beside the caller"
                : host + " is addressed here and nothing defines it"));
    return List.of();
  }

  /**
   * A store of that technology that the repository does not deploy, as it does not deploy its
   * callers either: each is started by other means. Only a connection string that names a database
   * is enough; a dependency alone is often left over. Two databases are two components, because
   * nothing says that one server has both.
   */
  private Optional<Draft> notDeployed(String technology, Evidence speaker, List<Draft> callers) {
    boolean isImpossible =
        database(speaker).isEmpty()
            || speaker.source().environment().isForDevelopment()
            || callers.stream().anyMatch(Draft::isDeployed)
            || own.stream().anyMatch(one -> Protocols.areCompatible(one.technology, technology))
            || types.of(technology).filter(ComponentType::keepsState).isEmpty();
    if (isImpossible) {
      return Optional.empty();
    }
    // Schemas of one database are in one server; two databases may be in two.
    String database = database(speaker).orElse("").replaceFirst("/.*$", "");
    Draft known = notDeployed.get(technology + " " + database);
    if (known == null && drafts.addressed(technology, speaker, systems).isEmpty()) {
      known = outside(technology, speaker, technology);
    } else if (known == null) {
      known = outside(technology + "-" + database, speaker, technology);
    }
    notDeployed.put(technology + " " + database, known);
    Draft store = known;
    callers.forEach(caller -> callDatabaseOf(store, caller, speaker));
    return Optional.of(store);
  }

  private static Optional<String> database(Evidence speaker) {
    return speaker.claim() instanceof Claim.ConnectionSeen seen
        ? seen.properties().stream()
            .filter(said -> said.attribute().equals(Attributes.DATABASE))
            .map(said -> said.value().toString())
            .findFirst()
        : Optional.empty();
  }

  /** A database that is only addressed is called by the names of what uses it, too. */
  private static void callDatabaseOf(Draft database, Draft caller, Evidence speaker) {
    for (String name : ComponentIds.names(caller)) {
      database.add(
          new Evidence(
              new Claim.CalledAlso(database.key().name(), "database-" + name),
              speaker.at(),
              speaker.detector(),
              speaker.directness(),
              speaker.source()));
    }
  }

  private Draft outside(String host, Evidence speaker, String protocol) {
    Optional<ComponentType> type = types.of(protocol);
    Claim.ComponentSeen seen =
        new Claim.ComponentSeen(
            host,
            type.or(() -> Optional.of(ComponentType.EXTERNAL_SERVICE)),
            type.map(known -> protocol),
            Presence.ADDRESSED);
    Draft draft = new Draft(systems.key(host, speaker));
    draft.add(
        new Evidence(
            seen, speaker.at(), speaker.detector(), speaker.directness(), speaker.source()));
    draft.name(host);
    drafts.add(draft);
    return draft;
  }

  /**
   * The one component that runs a technology where the callers run; of several, the one of their
   * system.
   */
  private Optional<Draft> running(String technology, Evidence speaker, List<Draft> callers) {
    Set<Environment> environments = new TreeSet<>();
    environments.add(speaker.source().environment());
    if (Scope.isGeneral(speaker)) {
      callers.forEach(caller -> environments.addAll(caller.environments()));
    }
    List<Running> there =
        own.stream()
            .filter(one -> one.environments.stream().anyMatch(environments::contains))
            .toList();
    List<Draft> running = that(there, id -> id.equals(technology));
    if (running.isEmpty()) {
      running = that(there, id -> Protocols.areCompatible(id, technology));
    }
    if (running.size() > 1) {
      NavigableSet<Integer> mine = new TreeSet<>();
      callers.forEach(caller -> mine.add(caller.system(systems)));
      List<Draft> near =
          running.stream().filter(draft -> mine.contains(draft.system(systems))).toList();
      running = near.isEmpty() ? running : near;
    }
    if (running.size() > 1) {
      running = nearest(running, Folders.of(speaker.at().file()));
    }
    if (running.size() > 1) {
      unread.add(
          new Unread(
              speaker.at(),
              String.format(
                  "%s is used here, and it does not say which of %s", technology, ids(running))));
      return Optional.empty();
    }
    return running.stream().findFirst();
  }

  /** Those whose files lie nearest to a folder: samples side by side have each their own. */
  private static List<Draft> nearest(List<Draft> candidates, String folder) {
    int deepest = candidates.stream().mapToInt(draft -> depth(draft, folder)).max().orElseThrow();
    return candidates.stream().filter(draft -> depth(draft, folder) == deepest).toList();
  }

  private static int depth(Draft draft, String folder) {
    return draft.seen(draft.presence()).stream()
        .mapToInt(seen -> Folders.shared(folder, Folders.of(seen.at().file())))
        .max()
        .orElse(0);
  }

  private static List<Draft> that(List<Running> there, Predicate<String> wanted) {
    return there.stream().filter(one -> wanted.test(one.technology)).map(Running::draft).toList();
  }

  static String ids(Collection<Draft> drafts) {
    return String.join(", ", drafts.stream().map(Draft::id).sorted().toList());
  }
}
