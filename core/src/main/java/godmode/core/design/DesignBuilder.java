package godmode.core.design;

import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Platform;
import godmode.core.evidence.Sighting;
import godmode.core.evidence.Topic;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts what the repository shows and what people declared together: one design for each
 * environment.
 */
public final class DesignBuilder {
  private final String system;
  private final Topology topology;
  private final Technologies known;
  private final DeclaredFacts declared;
  private final RecordedNames names;

  public DesignBuilder(
      String system, Topology topology, Declarations declarations, Technologies known) {
    this.system = system;
    this.topology = topology;
    this.known = known;
    this.declared = new DeclaredFacts(declarations);
    this.names = new RecordedNames(declarations, topology);
  }

  /** The designs, that of the default environment first; at least one. */
  public List<Design> designs() {
    List<Environment> environments =
        topology.environments().isEmpty()
            ? List.of(Environment.DEFAULT)
            : topology.environments().stream().sorted().toList();
    return environments.stream().map(this::design).toList();
  }

  private Design design(Environment environment) {
    List<Cluster> clusters = new ArrayList<>();
    List<Service> services = new ArrayList<>();
    for (Component component : topology.components()) {
      if (!component.facts().containsKey(environment)) {
        continue;
      }
      if (keepsState(component)) {
        clusters.add(cluster(component, environment));
      } else {
        services.add(
            new Service(
                component.id(),
                component.names(),
                component.type(),
                onOneHost(component, environment),
                component.facts(environment)));
      }
    }
    return new Design(
        system,
        environment,
        topology.classification(),
        clusters,
        services,
        channels(environment, clusters),
        guards(environment),
        declared.operations(),
        links(environment),
        flows(environment),
        declared.ofSystem(system).over(names.facts(system)));
  }

  /** An admin console of a database is typed by what it is, never by what it looks at. */
  private boolean keepsState(Component component) {
    return component.type().keepsState()
        && component.technology().flatMap(known::byId).filter(Technology::watchesOnly).isEmpty();
  }

  private Cluster cluster(Component component, Environment environment) {
    Optional<Technology> technology = component.technology().flatMap(known::byId);
    String name = names.of(component);
    String dataClass = declared.dataClassOf(name).orElse(classFor(component.type()));
    Facts detected = component.facts(environment);
    Facts said = declared.ofStore(component.id(), name, dataClass);
    Facts facts = detected.over(said);
    if (technology.isPresent()) {
      facts = facts.over(VendorDefaults.of(component, technology.get()));
    }
    return new Cluster(
        component.id(),
        component.type(),
        technology,
        component.members(),
        dataClass,
        onOneHost(component, environment),
        said,
        technology(component).over(detected),
        facts);
  }

  /** What was recognised, at the place where it shows first. */
  private static Facts technology(Component component) {
    Facts.Collector facts = Facts.about(component.id());
    component
        .technology()
        .ifPresent(
            id ->
                component.sightings().stream()
                    .findFirst()
                    .map(seen -> new Origin.Detected(seen.at(), seen.detector(), Directness.STATED))
                    .ifPresent(origin -> facts.add(Attributes.TECHNOLOGY, id, origin)));
    return facts.facts();
  }

  /** The class of data proposed for a store that no class of the record names. */
  private static String classFor(ComponentType type) {
    return switch (type) {
      case CACHE -> "cache";
      case BROKER -> "events";
      case SEARCH -> "search-index";
      case OBJECT_STORE -> "objects";
      case COORDINATION -> "coordination";
      case DATABASE,
          SERVICE,
          DISCOVERY,
          CONFIG_SERVER,
          CONFIG_REPOSITORY,
          GATEWAY,
          LOAD_BALANCER,
          WEB_SERVER,
          WEB_APP,
          AUTH_SERVER,
          TRACING,
          METRICS,
          DASHBOARD,
          LOGGING,
          ADMIN,
          MAIL,
          JOB,
          EXTERNAL_SERVICE,
          USER ->
          "records";
    };
  }

  private boolean onOneHost(Component component, Environment environment) {
    List<Platform> platforms =
        Optional.ofNullable(component.platforms().get(environment)).orElse(List.of());
    return !platforms.contains(Platform.CLUSTER)
        && platforms.contains(Platform.COMPOSE)
        && topology.components().stream()
            .flatMap(other -> other.platforms().values().stream())
            .anyMatch(other -> other.contains(Platform.CLUSTER));
  }

  private List<Channel> channels(Environment environment, List<Cluster> clusters) {
    List<Channel> channels = new ArrayList<>();
    for (Topic topic : topology.topics()) {
      Optional<Facts> facts = Optional.ofNullable(topic.facts().get(environment));
      for (Cluster cluster : clusters) {
        if (facts.isPresent() && cluster.id().equals(topic.broker())) {
          channels.add(new Channel(topic.name(), cluster, facts.get()));
        }
      }
    }
    return channels;
  }

  private List<Guard> guards(Environment environment) {
    List<Guard> guards = new ArrayList<>();
    topology.guards().stream()
        .filter(site -> site.environments().contains(environment))
        .forEach(
            site ->
                guards.add(
                    guard(
                        new Guard(
                            site.name(),
                            site.kind(),
                            site.owner(),
                            Optional.empty(),
                            site.facts().over(declared.ofGuard(site.kind(), site.name()))))));
    for (Guard said : declared.guards()) {
      boolean seen =
          guards.stream().anyMatch(g -> g.kind() == said.kind() && g.id().equals(said.id()));
      if (!seen) {
        guards.add(guard(said));
      }
    }
    return guards;
  }

  private Guard guard(Guard guard) {
    Optional<Technology> technology =
        guard
            .fact(Attributes.MECHANISM)
            .value()
            .flatMap(
                mechanism ->
                    known
                        .byId(mechanism)
                        .or(
                            () ->
                                topology
                                    .named(mechanism)
                                    .flatMap(Component::technology)
                                    .flatMap(known::byId)));
    return new Guard(guard.id(), guard.kind(), guard.owner(), technology, guard.facts());
  }

  /** What no component runs is judged once, in the first environment. */
  private List<Flow> flows(Environment environment) {
    boolean first =
        topology.environments().isEmpty() || topology.environments().get(0).equals(environment);
    return topology.flows().stream()
        .filter(site -> site.owner().isEmpty() ? first : site.environments().contains(environment))
        .map(site -> new Flow(site.name(), site.kind(), site.owner(), site.steps(), site.facts()))
        .toList();
  }

  private List<Link> links(Environment environment) {
    List<Link> links = new ArrayList<>();
    for (Connection connection : topology.connections()) {
      if (connection.environments().contains(environment)) {
        links.add(
            new Link(
                connection.source(),
                connection.target(),
                connection.kind(),
                connection.protocol(),
                facts(connection)));
      }
    }
    return links;
  }

  /** A call waits for its answer; where it is made says so. */
  private static Facts facts(Connection connection) {
    if (connection.kind() != ConnectionKind.CALL) {
      return connection.facts();
    }
    Facts.Collector called = Facts.about(connection.facts().owner());
    for (Sighting sighting : connection.sightings()) {
      called.add(
          Attributes.SYNCHRONOUS,
          true,
          new Origin.Detected(sighting.at(), sighting.detector(), Directness.INFERRED));
    }
    return connection.facts().over(called.facts());
  }
}
