package godmode.core.evidence;

import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one unit deploys, as far as it tells whether another unit deploys the same system. */
final class DeploymentUnit {
  /** Names that any system may give to a part of it. */
  private static final Set<String> GENERIC =
      Set.of(
          "api",
          "app",
          "application",
          "backend",
          "client",
          "consumer",
          "frontend",
          "producer",
          "proxy",
          "server",
          "service",
          "ui",
          "web",
          "webapp",
          "worker");

  private final String name;
  private final Set<String> deployed = new TreeSet<>();
  private final Set<String> services = new TreeSet<>();
  private final Map<String, String> stores = new HashMap<>();
  private final Set<String> modules = new TreeSet<>();
  private final Map<String, Set<String>> modulesByService = new HashMap<>();
  private final Map<String, Set<String>> aliases = new HashMap<>();
  private final Set<Platform> platforms = new TreeSet<>();
  private final Set<Environment> environments = new TreeSet<>();
  private final List<Place> places = new ArrayList<>();
  private String folder = "";
  private int foldersSeen;

  DeploymentUnit(String name) {
    this.name = name;
  }

  void add(Evidence evidence, TechnologyTypes types) {
    if (evidence.claim() instanceof Claim.ComponentSeen seen
        && seen.presence() == Presence.DEPLOYED) {
      String key = NameKey.fold(seen.name());
      deployed.add(key);
      platforms.add(evidence.source().platform());
      environments.add(evidence.source().environment());
      places.add(evidence.at());
      seen.technology()
          .filter(id -> types.of(id).filter(ComponentType::keepsState).isPresent())
          .ifPresent(id -> stores.putIfAbsent(key, id));
      boolean ownService =
          seen.technology().filter(types::isInfrastructure).isEmpty()
              && seen.type().filter(type -> type != ComponentType.SERVICE).isEmpty();
      if (ownService) {
        services.add(key);
      }
    } else if (evidence.claim() instanceof Claim.SameAs tie) {
      addTie(NameKey.fold(tie.name()), NameKey.fold(tie.other()));
      addTie(NameKey.fold(tie.other()), NameKey.fold(tie.name()));
    }
  }

  private void addTie(String one, String other) {
    if (!NameKey.isMade(one) && !NameKey.isMade(other)) {
      aliases.computeIfAbsent(one, unused -> new TreeSet<>()).add(other);
    }
    if (NameKey.isMade(other) && !NameKey.isMade(one)) {
      modules.add(other);
      modulesByService.computeIfAbsent(one, unused -> new TreeSet<>()).add(other);
    }
  }

  boolean isDeploying() {
    return !deployed.isEmpty();
  }

  String name() {
    return name;
  }

  Set<String> modules() {
    return modules;
  }

  Place first() {
    return places.stream().sorted().findFirst().orElseGet(() -> Place.startOf(name));
  }

  /** The folder that holds all of its files. */
  String folder() {
    if (foldersSeen != places.size()) {
      folder = commonFolder();
      foldersSeen = places.size();
    }
    return folder;
  }

  private String commonFolder() {
    return Folders.common(places.stream().map(place -> Folders.of(place.file())).toList());
  }

  /**
   * Whether both deploy one system: they share a module or a folder, or at least half of the
   * services of the smaller one. Databases and brokers do not count, because every system calls its
   * database {@code db}; nor do names like {@code app}, unless the two are alternatives by
   * themselves, as manifests and Compose files are.
   */
  boolean sameSystem(DeploymentUnit other) {
    if (modules.stream().anyMatch(other.modules::contains)) {
      return true;
    }
    if (folder().equals(other.folder()) || isOneTree(other)) {
      return true;
    }
    if (hasOtherStores(other) && !isAlternative(other)) {
      return false;
    }
    if (services.isEmpty() && other.services.isEmpty()) {
      return isAlternative(other) && half(deployed, other.deployed, other);
    }
    return half(services, other.services, other);
  }

  /** Whether both call a store alike and mean another technology: samples of one application. */
  private boolean hasOtherStores(DeploymentUnit other) {
    return stores.entrySet().stream()
        .anyMatch(
            store -> {
              String there = other.stores.getOrDefault(store.getKey(), store.getValue());
              return !Protocols.areCompatible(store.getValue(), there);
            });
  }

  private boolean half(Set<String> mine, Set<String> others, DeploymentUnit other) {
    Set<String> known = new TreeSet<>();
    others.forEach(key -> known.addAll(other.namesOf(key)));
    long shared =
        mine.stream()
            .filter(
                key ->
                    namesOf(key).stream()
                        .filter(known::contains)
                        .anyMatch(name -> !GENERIC.contains(name) || isAlternative(other)))
            .filter(key -> !buildDifferently(key, other))
            .count();
    return shared > 0 && 2 * shared >= Math.min(mine.size(), others.size());
  }

  private Set<String> namesOf(String key) {
    Set<String> names = new TreeSet<>(aliases.getOrDefault(key, Set.of()));
    names.add(key);
    return names;
  }

  private boolean buildDifferently(String key, DeploymentUnit other) {
    Set<String> here = modulesByService.getOrDefault(key, new TreeSet<>());
    Set<String> there = other.modulesByService.getOrDefault(key, new TreeSet<>());
    return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
  }

  private boolean isAlternative(DeploymentUnit other) {
    return platforms.stream().noneMatch(other.platforms::contains)
        || environments.stream().noneMatch(other.environments::contains);
  }

  /** Manifests below manifests. */
  private boolean isOneTree(DeploymentUnit other) {
    return platforms.contains(Platform.CLUSTER)
        && other.platforms.contains(Platform.CLUSTER)
        && (Folders.isBelow(folder(), other.folder()) || Folders.isBelow(other.folder(), folder()));
  }

  /** Whether it only brings what other units need. */
  boolean isInfrastructureOnly() {
    return services.isEmpty();
  }

  boolean sharesNameWith(DeploymentUnit other) {
    return deployed.stream().anyMatch(other.deployed::contains);
  }
}
