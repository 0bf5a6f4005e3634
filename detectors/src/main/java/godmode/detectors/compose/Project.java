package godmode.detectors.compose;

import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Platform;
import godmode.core.fact.Directness;
import godmode.detectors.Units;
import godmode.detectors.read.compose.ComposeAttachment;
import godmode.detectors.read.compose.ComposeLink;
import godmode.detectors.read.compose.ComposePort;
import godmode.detectors.read.compose.ComposeProject;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A Compose project as detectors ask it: its containers, what they are, and who has which name. */
final class Project {
  private static final Set<String> HOST_ITSELF =
      Set.of("localhost", "127.0.0.1", "0.0.0.0", "host.docker.internal");

  private final ComposeProject files;
  private final Map<String, Container> containers = new LinkedHashMap<>();
  private final Map<String, Identity> identities = new LinkedHashMap<>();
  private final Map<String, Set<String>> ownersByName = new TreeMap<>();

  private Project(ComposeProject files) {
    this.files = files;
  }

  /** Every project of the repository. */
  static List<Project> of(Units units, Technologies known) {
    return units.derived(Project.class, () -> all(units, known));
  }

  private static List<Project> all(Units units, Technologies known) {
    List<Project> projects = new ArrayList<>();
    for (ComposeProject files : units.of(ComposeProject.class)) {
      Project project = new Project(files);
      files
          .services()
          .forEach(
              service ->
                  Container.of(service, units.snapshot())
                      .ifPresent(container -> project.containers.put(service.name(), container)));
      project.nameAll();
      project.identifyAll(known);
      projects.add(project);
    }
    return projects;
  }

  private void nameAll() {
    for (Container container : containers.values()) {
      Set<String> names = new TreeSet<>();
      container.service().containerName().flatMap(Located::text).ifPresent(names::add);
      container.service().hostname().flatMap(Located::text).ifPresent(names::add);
      for (ComposeAttachment network : container.service().networks()) {
        names.addAll(network.aliases());
      }
      names.forEach(name -> own(name, container.name()));
      for (ComposeLink link : container.service().links()) {
        if (containers.containsKey(link.service())) {
          own(link.alias(), link.service());
        }
      }
    }
  }

  private void own(String name, String service) {
    if (!name.isBlank() && !name.contains("$")) {
      ownersByName.computeIfAbsent(name, unused -> new TreeSet<>()).add(service);
    }
  }

  private void identifyAll(Technologies known) {
    Identification identification = new Identification(known);
    Set<String> awaited = new TreeSet<>();
    for (Container container : containers.values()) {
      container.service().dependsOn().stream()
          .filter(other -> other.condition().equals("service_completed_successfully"))
          .forEach(other -> awaited.add(other.service()));
    }
    for (Container container : containers.values()) {
      identities.put(
          container.name(), identification.of(container, awaited.contains(container.name())));
    }
    identifyByClients(known);
    Targets targets = new Targets(this, known);
    containers.values().forEach(container -> refineWebServer(container, targets));
  }

  /** What clients with a driver address is what the driver is for. */
  private void identifyByClients(Technologies known) {
    Targets targets = new Targets(this, known);
    for (Container client : containers.values()) {
      for (Targets.Target target : targets.of(client)) {
        Optional<Container> there = target.container();
        Optional<Technology> technology = target.technology().filter(Project::hasDriver);
        if (there.isPresent()
            && technology.isPresent()
            && there.get().isPulled()
            && !identity(there.get()).isKnown()) {
          identities.put(
              there.get().name(), Identity.inferred(technology.get(), target.setting().at()));
        }
      }
    }
  }

  /** Whether clients speak a protocol to it that nothing else speaks. */
  private static boolean hasDriver(Technology technology) {
    return switch (technology.type()) {
      case DATABASE, CACHE, BROKER -> true;
      default -> false;
    };
  }

  /** A web server in front of other services is where users come in. */
  private void refineWebServer(Container container, Targets targets) {
    Identity identity = identity(container);
    boolean web = identity.type().filter(ComponentType.WEB_SERVER::equals).isPresent();
    boolean published = !container.service().ports().isEmpty();
    boolean linked =
        Stream.concat(
                container.service().links().stream()
                    .flatMap(link -> named(link.service()).stream()),
                targets.of(container).stream().flatMap(target -> target.container().stream()))
            .anyMatch(this::isOwnCode);
    if (web && published && linked) {
      identities.put(
          container.name(),
          new Identity(
              Optional.of(ComponentType.GATEWAY),
              identity.technology(),
              Directness.INFERRED,
              identity.places()));
    }
  }

  private boolean isOwnCode(Container container) {
    return !identity(container).isKnown();
  }

  /** The containers in the order of the files. */
  List<Container> containers() {
    return List.copyOf(containers.values());
  }

  ComposeProject files() {
    return files;
  }

  Identity identity(Container container) {
    return Optional.ofNullable(identities.get(container.name()))
        .orElseGet(() -> Identity.unknown(container.at()));
  }

  Optional<Technology> technology(Container container) {
    return identity(container).technology();
  }

  /** The one container that a host name stands for here. */
  Optional<Container> named(String host) {
    Container service = containers.get(host);
    if (service != null) {
      return Optional.of(service);
    }
    Set<String> owners = ownersByName.getOrDefault(host, Collections.emptySet());
    return owners.size() == 1
        ? Optional.ofNullable(containers.get(owners.iterator().next()))
        : Optional.empty();
  }

  /** The one container at an address as the host sees it: by name, or by a port it publishes. */
  Optional<Container> listening(String address) {
    String bare = address.replaceFirst("^[a-z]+://", "");
    String host = bare.replaceFirst(":.*$", "");
    String port = bare.substring(Math.min(bare.length(), host.length() + 1));
    if (!HOST_ITSELF.contains(host)) {
      return named(host);
    }
    List<Container> publishing =
        containers.values().stream()
            .filter(
                container ->
                    container.service().ports().stream()
                        .map(ComposePort::published)
                        .flatMap(Optional::stream)
                        .anyMatch(published -> String.valueOf(published).equals(port)))
            .toList();
    return publishing.size() == 1 ? Optional.of(publishing.get(0)) : Optional.empty();
  }

  /** Further names of a container that mean it and nothing else in the project. */
  List<String> otherNames(Container container) {
    List<String> names = new ArrayList<>();
    ownersByName.forEach(
        (name, owners) -> {
          boolean onlyHere = owners.equals(Set.of(container.name()));
          boolean taken = files.service(name).isPresent();
          if (onlyHere && !taken) {
            names.add(name);
          }
        });
    return names;
  }

  /**
   * Who speaks of a container: the project in its environment; of a container behind profiles, the
   * project in the environments named after them.
   */
  List<EvidenceSink.Of> speakers(String detector, EvidenceSink sink, Container container) {
    List<Environment> environments =
        container.service().startsByDefault()
            ? List.of(Environment.named(files.environment()))
            : container.service().profiles().stream().map(Environment::named).distinct().toList();
    return environments.stream()
        .map(where -> new Evidence.Source(unit(), Platform.COMPOSE, where))
        .map(source -> sink.of(detector, source))
        .toList();
  }

  /** Tells the project from its variants in the same folder. */
  private String unit() {
    return "compose:" + String.join("+", files.files());
  }
}
