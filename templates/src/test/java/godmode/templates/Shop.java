package godmode.templates;

import godmode.core.design.Channel;
import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Operation;
import godmode.core.design.Service;
import godmode.core.evidence.Classification;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Environment;
import godmode.core.evidence.GuardKind;
import godmode.core.evidence.Platform;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Sighting;
import godmode.core.evidence.Topic;
import godmode.core.evidence.Topology;
import godmode.core.evidence.Unread;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Confidence;
import godmode.core.fact.Directness;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.review.Acceptance;
import godmode.core.review.AcceptedFinding;
import godmode.core.review.ChecklistItem;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Counterexample;
import godmode.core.review.Finding;
import godmode.core.review.Ground;
import godmode.core.review.Missing;
import godmode.core.review.Notice;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import godmode.core.review.Tried;
import godmode.core.review.UndecidedRow;
import godmode.core.review.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A small review made by hand: a gateway, a service, its database, a broker of four, and a lock.
 *
 * @param store what the files call the database; the hostile tests put anything here
 * @param system the name of the system
 */
public record Shop(String system, String store) {
  private static final Environment ENV = Environment.DEFAULT;
  private static final String COMPOSE = "docker-compose.yml";

  /** The review with well-behaved names. */
  public static Review review() {
    return new Shop("shop", "orders-db").build();
  }

  /** The review with these declared as well: path, text, path, text. */
  public static Review declaring(String... pathsAndTexts) {
    Review review = review();
    Map<String, Declarations.Declared> all = new LinkedHashMap<>(review.declared().all());
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      declare(all, 40 + i, pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return new Review(
        review.system(),
        review.topology(),
        review.designs(),
        Declarations.of(all),
        review.verdict(),
        review.checklist(),
        review.findings(),
        review.accepted(),
        review.undecided(),
        review.open(),
        review.judgements(),
        review.tried(),
        review.notices());
  }

  /** The review in which the system and the database bear this name. */
  public static Review called(String name) {
    return new Shop(name, name).build();
  }

  private Review build() {
    return new Review(
        system,
        topology(),
        List.of(design()),
        declared(),
        Verdict.NEEDS_REVISION,
        checklist(),
        findings(),
        List.of(accepted()),
        List.of(
            new UndecidedRow(
                "unclean-election",
                "kafka",
                List.of(ENV),
                List.of(
                    new Missing(
                        "kafka", Attributes.UNCLEAN_LEADER_ELECTION, "${UNCLEAN} has no value")))),
        open(),
        List.of(),
        List.of(tried()),
        List.of(new Notice("detector gradle stopped early", false)));
  }

  private Topology topology() {
    return new Topology(
        new Classification("event-driven", "1 service and a Kafka broker"),
        List.of(
            component("gateway", ComponentType.GATEWAY, "nginx", 1, 3, List.of()),
            component(
                "kafka", ComponentType.BROKER, "kafka", 4, 12, List.of("k1", "k2", "k3", "k4")),
            component("order-service", ComponentType.SERVICE, "spring-boot", 2, 34, List.of()),
            component(store, ComponentType.DATABASE, "postgresql", 0, 50, List.of())),
        List.of(
            connection("gateway", "order-service", ConnectionKind.ROUTE, "http", 4),
            connection("order-service", "kafka", ConnectionKind.PUBLISH, "kafka", 36),
            connection("order-service", store, ConnectionKind.DATA, "postgresql", 37)),
        List.of(
            new Topic(
                "orders",
                "kafka",
                new TreeMap<>(Map.of(ENV, channelFacts())),
                List.of(seen("kafka/topics.yml", 2, "topics")))),
        List.of(),
        List.of(ENV),
        List.of(
            new Unread(
                new Place("charts/a.yaml", 3, 1), "Helm expression with no value for " + store)));
  }

  private static Component component(
      String id, ComponentType type, String technology, int n, int line, List<String> members) {
    Facts.Collector facts = Facts.about(id);
    if (n > 0) {
      facts.add(Attributes.MEMBERS, n, detected(line + 1));
    }
    return new Component(
        id,
        List.of(id),
        type,
        Optional.of(technology),
        Presence.DEPLOYED,
        members,
        new TreeMap<>(Map.of(ENV, facts.facts())),
        new TreeMap<>(Map.of(ENV, List.of(Platform.COMPOSE))),
        List.of(seen(COMPOSE, line, "compose")));
  }

  private static Connection connection(
      String source, String target, ConnectionKind kind, String protocol, int line) {
    return new Connection(
        source,
        target,
        kind,
        protocol,
        List.of(ENV),
        Facts.none(source + " -> " + target),
        List.of(seen(COMPOSE, line, "compose")));
  }

  private Design design() {
    Facts kafka =
        Facts.about("kafka")
            .add(Attributes.MEMBERS, 4, detected(13))
            .add(Attributes.REPLICATION_FACTOR, 3, detected(16))
            .unknown(Attributes.UNCLEAN_LEADER_ELECTION, "${UNCLEAN} has no value")
            .facts();
    Facts database =
        Facts.about(store)
            .add(Attributes.MEMBERS, 3, detected(51))
            .add(Attributes.REPLICATION_FACTOR, 3, declaredAt(12))
            .add(Attributes.REPLICATION_STYLE, "single-leader", declaredAt(11))
            .add(Attributes.READS, "latest", declaredAt(4))
            .add(Attributes.PARTITION, "refuse", declaredAt(5))
            .add(Attributes.ELSE, "consistency", declaredAt(6))
            .facts();
    return new Design(
        system,
        ENV,
        new Classification("event-driven", "1 service and a Kafka broker"),
        List.of(
            cluster(
                "kafka", ComponentType.BROKER, List.of("k1", "k2", "k3", "k4"), "events", kafka),
            cluster(store, ComponentType.DATABASE, List.of(), "orders", database)),
        List.of(
            service("gateway", ComponentType.GATEWAY, 1, 4),
            service("order-service", ComponentType.SERVICE, 2, 35)),
        List.of(
            new Channel(
                "orders",
                cluster("kafka", ComponentType.BROKER, List.of(), "events", kafka),
                channelFacts())),
        List.of(
            new Guard(
                "stock-lock",
                GuardKind.LOCK,
                "order-service",
                Optional.empty(),
                Facts.about("stock-lock")
                    .add(
                        Attributes.MECHANISM,
                        "redis",
                        new Origin.Detected(
                            new Place("order/Stock.java", 21, 5), "locks", Directness.INFERRED))
                    .facts())),
        List.of(
            new Operation(
                "reserve-stock",
                "orders",
                Facts.about("reserve-stock")
                    .add(Attributes.CONSISTENCY, "linearizable", declaredAt(9))
                    .facts())),
        List.of(
            new Link("order-service", store, ConnectionKind.DATA, "postgresql", Facts.none(store))),
        Facts.about(system).add(Attributes.SHARDING_STRATEGY, "none", declaredAt(15)).facts());
  }

  private static Service service(String id, ComponentType type, int n, int line) {
    return new Service(
        id,
        List.of(id),
        type,
        true,
        Facts.about(id).add(Attributes.MEMBERS, n, detected(line)).facts());
  }

  private static Cluster cluster(
      String id, ComponentType type, List<String> members, String data, Facts facts) {
    return new Cluster(
        id, type, Optional.empty(), members, data, true, Facts.none(id), facts, facts);
  }

  private static Facts channelFacts() {
    return Facts.about("orders")
        .add(
            Attributes.PARTITIONS,
            12,
            new Origin.Detected(new Place("kafka/topics.yml", 3, 7), "topics", Directness.STATED))
        .facts();
  }

  private static Declarations declared() {
    Map<String, Declarations.Declared> all = new LinkedHashMap<>();
    declare(all, 2, "system.purpose", "takes orders");
    declare(all, 3, "system.topology", "single-region");
    declare(all, 4, "data.orders.reads", "latest");
    declare(all, 5, "data.orders.partition", "refuse");
    declare(all, 6, "data.orders.else", "consistency");
    declare(all, 7, "data.orders.because", "money");
    declare(all, 8, "operations.reserve-stock.data", "orders");
    declare(all, 9, "operations.reserve-stock.consistency", "linearizable");
    declare(all, 15, "sharding.strategy", "none");
    declare(all, 16, "sharding.because", "one node suffices until 2028");
    declare(all, 18, "failure-modes.kafka.impact", "orders wait in the outbox");
    declare(all, 19, "failure-modes.kafka.rto", "5m");
    return Declarations.of(all);
  }

  private static void declare(
      Map<String, Declarations.Declared> all, int line, String path, String text) {
    all.put(path, new Declarations.Declared(text, declaredAt(line)));
  }

  private static List<ChecklistRow> checklist() {
    List<ChecklistRow> rows = new ArrayList<>();
    for (ChecklistItem item : ChecklistItem.values()) {
      rows.add(
          switch (item) {
            case CAP_TRADE_OFF ->
                row(item, ChecklistRow.Status.PASS, "every class of data says it", "undecided-cap");
            case CONSENSUS_PROTOCOL ->
                row(item, ChecklistRow.Status.FAIL, "kafka has 4 members", "even-membership");
            case CONFLICT_RESOLUTION ->
                row(item, ChecklistRow.Status.NOT_APPLICABLE, "no data is served on both sides");
            case OPERATION_CONSISTENCY,
                PARTITION_HANDLING,
                LEADER_ELECTION_FENCING,
                REPLICATION_TOPOLOGY,
                SHARDING_KEY,
                FAILURE_DETECTOR,
                SPLIT_BRAIN_PREVENTION,
                PARTITION_TEST_PLAN,
                POST_PARTITION_RECONCILIATION ->
                row(item, ChecklistRow.Status.OPEN, "a decision is missing", "undecided-cap");
          });
    }
    return rows;
  }

  private static ChecklistRow row(
      ChecklistItem item, ChecklistRow.Status status, String because, String... rules) {
    return new ChecklistRow(item, status, because, List.of(rules));
  }

  private List<Finding> findings() {
    return List.of(
        new Finding(
            "disjoint-quorums",
            ChecklistItem.OPERATION_CONSISTENCY,
            Severity.ERROR,
            Confidence.CERTAIN,
            store,
            store,
            "a read of " + store + " can miss the last write: R=1 + W=2 <= N=3",
            "Two sets of this size can be disjoint, so a read may reach only nodes that never saw"
                + " the write. It then returns an old value without any fault in sight.",
            "Raise R to 2, or W to 3.",
            List.of(ENV),
            List.of(
                ground("read-quorum = 1", detected(52)), ground("write-quorum = 2", declaredAt(9))),
            "f1",
            Optional.of(staleRead())),
        new Finding(
            "even-membership",
            ChecklistItem.CONSENSUS_PROTOCOL,
            Severity.WARNING,
            Confidence.LIKELY,
            "kafka",
            "kafka",
            "kafka has 4 members: it tolerates 1 failure, as 3 would",
            "A majority of 4 is 3.",
            "Run 3 or 5 members.",
            List.of(Environment.PRODUCTION, Environment.named("eu")),
            List.of(
                ground("members = 4", detected(13)),
                ground("members = 4", new Origin.Answered("q"))),
            "f2"));
  }

  private AcceptedFinding accepted() {
    Finding finding =
        new Finding(
            "single-copy",
            ChecklistItem.REPLICATION_TOPOLOGY,
            Severity.WARNING,
            Confidence.CERTAIN,
            "gateway",
            "gateway",
            "gateway runs once",
            "When its node stops, no request comes in.",
            "Run 2.",
            List.of(ENV),
            List.of(ground("members = 1", detected(4))),
            "f3");
    return new AcceptedFinding(
        finding,
        new Acceptance(
            "single-copy",
            Optional.of("gateway"),
            Optional.empty(),
            Optional.empty(),
            "a restart takes 2s",
            "team-edge",
            Optional.of(LocalDate.of(2027, 1, 31)),
            new Place(".godmode/accepted.yaml", 2, 3)));
  }

  private List<OpenDecision> open() {
    return List.of(
        decision(
            "data.events.reads", Attributes.READS, "events", "kafka", ChecklistItem.CAP_TRADE_OFF),
        decision(
            "locks.stock-lock.purpose",
            Attributes.PURPOSE,
            "stock-lock",
            "stock-lock",
            ChecklistItem.LEADER_ELECTION_FENCING),
        decision(
            "partition-plan.detection",
            Attributes.PLAN_DETECTION,
            system,
            system,
            ChecklistItem.PARTITION_HANDLING));
  }

  private static OpenDecision decision(
      String path, Attribute<?> attribute, String about, String subject, ChecklistItem item) {
    return new OpenDecision(
        path, attribute, about, List.of(subject), List.of("undecided-cap"), List.of(item));
  }

  private static Ground ground(String text, Origin origin) {
    return new Ground(text, origin);
  }

  private static Origin detected(int line) {
    return new Origin.Detected(new Place(COMPOSE, line, 5), "compose", Directness.STATED);
  }

  private static Origin declaredAt(int line) {
    return new Origin.Declared(new Place(".godmode/shop.design.yaml", line, 3));
  }

  private static Sighting seen(String file, int line, String detector) {
    return new Sighting(new Place(file, line, 3), detector);
  }

  /** How a read misses a write, in five steps of which two are alike. */
  private Counterexample staleRead() {
    return new Counterexample(
        "A read of " + store + " that begins after a write was acknowledged shows that write.",
        List.of(
            new Counterexample.Step("order-service", "writes v1 to " + store, "", "", false),
            new Counterexample.Step(
                store + "-1", "stores v1", "order-service", store + "-1 = v1", false),
            new Counterexample.Step(
                store + "-2", "stores v1", "order-service", store + "-2 = v1", false),
            new Counterexample.Step(store + "-1", "stops", "", "", true),
            new Counterexample.Step(
                store + "-3", "answers v0; it shows v0", "order-service", "", false)),
        "order-service shows v0, although v1 was acknowledged.",
        List.of("3 copies", "1 write", "1 read"),
        43,
        "0.0.0.1.3");
  }

  private Tried tried() {
    return new Tried(
        "unfenced-lock",
        ChecklistItem.LEADER_ELECTION_FENCING,
        "gateway",
        store,
        List.of(ENV),
        "No write of " + store + " comes after one of its successor.",
        List.of("2 holders", "1 pause"),
        165,
        true,
        List.of("a holder wrote"));
  }
}
