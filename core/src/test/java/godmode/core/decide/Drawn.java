package godmode.core.decide;

import godmode.core.catalog.Fingerprints;
import godmode.core.catalog.Role;
import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Operation;
import godmode.core.evidence.Classification;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Environment;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.GuardKind;
import godmode.core.evidence.Step;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.review.ChecklistItem;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.core.review.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A system drawn by hand, with what its people said. */
public final class Drawn {
  private static final Origin SEEN =
      new Origin.Detected(new Place("compose.yaml", 7, 5), "compose", Directness.STATED);

  private final List<Cluster> clusters = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<String[]> guards = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final Map<String, Declarations.Declared> said = new LinkedHashMap<>();
  private final List<OpenDecision> open = new ArrayList<>();

  /** Says something: path, value, path, value … */
  public Drawn says(String... pathsAndValues) {
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      said.put(
          pathsAndValues[i],
          new Declarations.Declared(pathsAndValues[i + 1], new Origin.Answered(pathsAndValues[i])));
    }
    return this;
  }

  /** The same as it stands in the record. */
  public Drawn records(String... pathsAndValues) {
    Place at = new Place(".godmode/shop.design.yaml", 3, 1);
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      said.put(
          pathsAndValues[i],
          new Declarations.Declared(pathsAndValues[i + 1], new Origin.Declared(at)));
    }
    return this;
  }

  /** A database of the class {@code orders}. */
  public Drawn database(int members) {
    return store("orders-db", ComponentType.DATABASE, "orders", members, Optional.empty());
  }

  /** A broker that is Kafka. */
  public Drawn kafka(int members) {
    return store("kafka", ComponentType.BROKER, "events", members, Optional.of(technology()));
  }

  Drawn store(String id, ComponentType type, String data, int members, Optional<Technology> known) {
    Facts detected = Facts.about(id).add(Attributes.MEMBERS, members, SEEN).facts();
    clusters.add(
        new Cluster(id, type, known, List.of(), data, false, Facts.none(id), detected, detected));
    return this;
  }

  private static Technology technology() {
    return new Technology(
        "kafka",
        "Apache Kafka",
        ComponentType.BROKER,
        List.of(Role.BROKER),
        true,
        Optional.empty(),
        fingerprints(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Fingerprints fingerprints() {
    return new Fingerprints(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A service that uses a store or a broker. */
  public Drawn uses(String service, String target, ConnectionKind kind) {
    links.add(new Link(service, target, kind, "", Facts.none(service)));
    return this;
  }

  /** A lock or leader, with what is said of it. */
  public Drawn guard(GuardKind kind, String name) {
    guards.add(new String[] {kind.name(), name});
    return this;
  }

  /** What a request, a message or a clock changes; each in a line of its own. */
  public Drawn changes(String owner, String method, String trigger, String effect) {
    Place at = new Place("Code.java", flows.size() + 1, 1);
    flows.add(
        new Flow(
            method,
            FlowKind.OPERATION,
            owner,
            List.of(new Step(trigger + " starts " + method, at)),
            Facts.about(method)
                .add(Attributes.TRIGGER, trigger, SEEN)
                .add(Attributes.EFFECT, effect, SEEN)
                .facts()));
    return this;
  }

  /** A decision that a rule waits for. */
  public Drawn waits(String path, Attribute<?> attribute, String about, String... subjects) {
    open.add(
        new OpenDecision(
            path,
            attribute,
            about,
            List.of(subjects),
            List.of("a-rule"),
            List.of(ChecklistItem.CAP_TRADE_OFF)));
    return this;
  }

  private Cluster declared(Cluster cluster) {
    Facts.Collector facts = Facts.about(cluster.id());
    cluster
        .detected()
        .get(Attributes.MEMBERS)
        .value()
        .ifPresent(n -> facts.add(Attributes.MEMBERS, n, SEEN));
    for (Attribute<String> attribute :
        List.of(Attributes.READS, Attributes.PARTITION, Attributes.ELSE, Attributes.CONFLICTS)) {
      add(facts, attribute, DeclaredPath.of(attribute.record(), cluster.dataClass()));
    }
    add(facts, Attributes.FAILOVER, DeclaredPath.of(Attributes.FAILOVER.record(), cluster.id()));
    return new Cluster(
        cluster.id(),
        cluster.type(),
        cluster.technology(),
        cluster.members(),
        cluster.dataClass(),
        false,
        Facts.none(cluster.id()),
        cluster.detected(),
        facts.facts());
  }

  private void add(Facts.Collector facts, Attribute<String> attribute, String path) {
    Declarations.Declared value = said.get(path);
    if (value != null) {
      facts.add(attribute, value.text(), value.origin());
    }
  }

  private Guard guard(String[] drawn) {
    GuardKind kind = GuardKind.valueOf(drawn[0]);
    Facts.Collector facts = Facts.about(drawn[1]);
    add(facts, Attributes.PURPOSE, kind.section() + "." + drawn[1] + ".purpose");
    return new Guard(drawn[1], kind, "order-service", Optional.empty(), facts.facts());
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    Declarations declared = Declarations.of(said);
    for (String name : declared.keys("operations")) {
      Facts.Collector facts = Facts.about(name);
      add(facts, Attributes.CONSISTENCY, "operations." + name + ".consistency");
      operations.add(
          new Operation(
              name, declared.text("operations." + name + ".data").orElse(""), facts.facts()));
    }
    return operations;
  }

  /** What decisions look at. */
  public Situation situation() {
    return new Situation(review().designs(), Declarations.of(said));
  }

  /** A review in which nothing was found. */
  public Review review() {
    Topology topology =
        new Topology(
            new Classification("event-driven", "two services and a broker"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(Environment.DEFAULT),
            List.of());
    Design design =
        new Design(
            "shop",
            Environment.DEFAULT,
            topology.classification(),
            clusters.stream().map(this::declared).toList(),
            List.of(),
            List.of(),
            guards.stream().map(this::guard).toList(),
            operations(),
            links,
            flows,
            Facts.none("shop"));
    return new Review(
        "shop",
        topology,
        List.of(design),
        Declarations.of(said),
        Verdict.OPEN_QUESTIONS,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        open,
        List.of(),
        List.of(),
        List.of());
  }
}
