package godmode.samples;

import godmode.catalog.Catalog;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.design.Channel;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Service;
import godmode.core.design.Subject;
import godmode.core.evidence.Classification;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Environment;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attribute;
import godmode.core.fact.Directness;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;

/** Small designs for sweeps: one subject with a few facts, and a service that uses it. */
final class Designs {
  private static final Technologies KNOWN = Catalog.load();
  private static final Origin STATED =
      new Origin.Detected(new Place("compose.yml", 1, 1), "test", Directness.STATED);

  private final Facts.Collector facts;
  private final String id;

  private Designs(String id) {
    this.id = id;
    this.facts = Facts.about(id);
  }

  static Designs of(String id) {
    return new Designs(id);
  }

  <T> Designs with(Attribute<T> attribute, T value) {
    facts.add(attribute, value, STATED);
    return this;
  }

  Cluster cluster(String technology) {
    Technology known = KNOWN.byId(technology).orElseThrow();
    return cluster(known.type(), technology);
  }

  Cluster store() {
    return new Cluster(
        id,
        ComponentType.DATABASE,
        java.util.Optional.empty(),
        List.of(),
        id,
        false,
        Facts.none(id),
        facts.facts(),
        facts.facts());
  }

  private Cluster cluster(ComponentType type, String technology) {
    return new Cluster(
        id,
        type,
        KNOWN.byId(technology),
        List.of(),
        id,
        false,
        Facts.none(id),
        facts.facts(),
        facts.facts());
  }

  Channel topic(Cluster broker) {
    return new Channel(id, broker, facts.facts());
  }

  Guard guard(GuardKind kind, String technology) {
    return new Guard(id, kind, "order-service", KNOWN.byId(technology), facts.facts());
  }

  /** What order-service says of its connection to a cluster. */
  Link link(Cluster target) {
    ConnectionKind kind =
        target.type() == ComponentType.BROKER ? ConnectionKind.PUBLISH : ConnectionKind.DATA;
    return new Link("order-service", target.id(), kind, "", facts.facts());
  }

  /** A design around a connection and the cluster it leads to. */
  static Design around(Link link, Cluster target) {
    Design users = around(target);
    List<Link> links = new ArrayList<>(List.of(link));
    users.links().stream().filter(other -> !other.id().equals(link.id())).forEach(links::add);
    return new Design(
        users.id(),
        users.environment(),
        users.classification(),
        users.clusters(),
        users.services(),
        users.channels(),
        users.guards(),
        List.of(),
        links,
        Facts.none("shop"));
  }

  /** A design around one subject, which order-service and report-service use. */
  static Design around(Subject subject) {
    List<Cluster> clusters = new ArrayList<>();
    List<Channel> channels = new ArrayList<>();
    List<Guard> guards = new ArrayList<>();
    if (subject instanceof Cluster cluster) {
      clusters.add(cluster);
    } else if (subject instanceof Channel topic) {
      channels.add(topic);
      clusters.add(topic.broker());
    } else if (subject instanceof Guard guard) {
      guards.add(guard);
    }
    List<Link> links = new ArrayList<>();
    List<Service> services = new ArrayList<>();
    for (String name : List.of("order-service", "report-service")) {
      services.add(
          new Service(name, List.of(name), ComponentType.SERVICE, false, Facts.none(name)));
      clusters.forEach(
          cluster ->
              links.add(
                  new Link(
                      name,
                      cluster.id(),
                      cluster.type() == ComponentType.BROKER
                          ? ConnectionKind.PUBLISH
                          : ConnectionKind.DATA,
                      "",
                      Facts.none(name))));
    }
    return new Design(
        "shop",
        Environment.DEFAULT,
        new Classification("microservices", "test"),
        clusters,
        services,
        channels,
        guards,
        List.of(),
        links,
        Facts.none("shop"));
  }
}
