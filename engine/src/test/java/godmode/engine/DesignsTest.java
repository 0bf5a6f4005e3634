package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.catalog.Catalog;
import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.design.DesignBuilder;
import godmode.core.design.Guard;
import godmode.core.evidence.Classification;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Platform;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Sighting;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.record.DesignRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is shown and what is declared, put together with the real catalog. */
class DesignsTest {
  private static final Origin SEEN =
      new Origin.Detected(new Place("compose.yaml", 3, 1), "compose", Directness.STATED);

  @Test
  void a_store_takes_the_decisions_of_the_class_of_data_that_names_it() {
    Design design =
        design(
            """
            data:
              orders: {stores: [orders-db], reads: latest, partition: refuse, rpo: 5m}
            """,
            component("orders-db", ComponentType.DATABASE, "postgresql", Environment.DEFAULT));

    Cluster cluster = design.cluster("orders-db").orElseThrow();
    assertThat(cluster.dataClass()).isEqualTo("orders");
    assertThat(cluster.fact(Attributes.READS).value()).contains("latest");
    assertThat(cluster.fact(Attributes.RPO).value()).contains(Duration.ofMinutes(5));
    assertThat(cluster.fact(Attributes.READS).origins())
        .containsExactly(new Origin.Declared(new Place("record.yaml", 2, 40)));
    assertThat(cluster.detected().get(Attributes.READS).value()).isEmpty();
  }

  @Test
  void a_store_that_no_class_names_gets_one_by_its_type() {
    Design design =
        design(
            "",
            component("db", ComponentType.DATABASE, "mysql", Environment.DEFAULT),
            component("events", ComponentType.BROKER, "kafka", Environment.DEFAULT),
            component("sessions", ComponentType.CACHE, "redis", Environment.DEFAULT));

    assertThat(design.clusters().stream().map(Cluster::dataClass))
        .containsExactly("records", "events", "cache");
  }

  @Test
  void a_coordinator_that_refuses_by_itself_needs_no_decision() {
    Cluster etcd =
        design("", component("etcd", ComponentType.COORDINATION, "etcd", Environment.DEFAULT))
            .cluster("etcd")
            .orElseThrow();

    assertThat(etcd.fact(Attributes.PARTITION).value()).contains("refuse");
    assertThat(etcd.fact(Attributes.PARTITION).origins())
        .allSatisfy(origin -> assertThat(origin).isInstanceOf(Origin.VendorDefault.class));
  }

  @Test
  void what_is_declared_wins_over_what_the_vendor_would_do() {
    Cluster etcd =
        design(
                "data: {config: {stores: [etcd], partition: serve}}",
                component("etcd", ComponentType.COORDINATION, "etcd", Environment.DEFAULT))
            .cluster("etcd")
            .orElseThrow();

    assertThat(etcd.fact(Attributes.PARTITION).value()).contains("serve");
  }

  @Test
  void each_environment_is_a_design_with_only_what_takes_part_in_it() {
    List<Design> designs =
        designs(
            "",
            component("db", ComponentType.DATABASE, "mysql", Environment.DEFAULT),
            component("replica", ComponentType.DATABASE, "mysql", Environment.PRODUCTION));

    assertThat(designs.stream().map(Design::environment))
        .containsExactly(Environment.DEFAULT, Environment.PRODUCTION);
    assertThat(designs.get(0).clusters().stream().map(Cluster::id)).containsExactly("db");
    assertThat(designs.get(1).clusters().stream().map(Cluster::id)).containsExactly("replica");
  }

  @Test
  void a_console_of_a_database_is_no_database() {
    Design design =
        design("", component("ui", ComponentType.ADMIN, "pgadmin", Environment.DEFAULT));

    assertThat(design.clusters()).isEmpty();
    assertThat(design.services()).hasSize(1);
  }

  @Test
  void locks_and_leaders_of_the_record_are_guards_with_their_mechanism() {
    List<Guard> guards =
        design(
                """
                locks:
                  stock-lock: {purpose: correctness, mechanism: redis, fencing: {token: none}}
                leaders:
                  publisher: {mechanism: etcd}
                """)
            .guards();

    assertThat(guards.stream().map(Guard::id)).containsExactly("stock-lock", "publisher");
    assertThat(guards.get(0).technology().orElseThrow().id()).isEqualTo("redis");
    assertThat(guards.get(0).fact(Attributes.FENCING_TOKEN).value()).contains("none");
    assertThat(guards.get(1).fact(Attributes.PURPOSE).value()).isEmpty();
  }

  @Test
  void operations_and_experiments_are_counted() {
    Design design =
        design(
            """
            operations:
              pay: {data: orders, consistency: linearizable}
              browse: {consistency: eventual}
            experiments:
              - name: isolate the leader
            """);

    assertThat(design.operations()).hasSize(2);
    assertThat(design.fact(Attributes.OPERATIONS).value()).contains(2);
    assertThat(design.fact(Attributes.EXPERIMENTS).value()).contains(1);
  }

  @Test
  void an_empty_list_says_that_there_are_none() {
    Design design = design("operations: {}\nexperiments: []\n");

    assertThat(design.fact(Attributes.OPERATIONS).value()).contains(0);
    assertThat(design.fact(Attributes.EXPERIMENTS).value()).contains(0);
    assertThat(design("data: {}\n").fact(Attributes.OPERATIONS).value()).isEmpty();
  }

  @Test
  void what_the_record_says_of_voters_nodes_and_products_is_known_with_its_line() {
    Design design =
        design(
            """
            stores:
              etcd: {technology: consul, nodes: 5}
            consensus: {protocol: raft, members: 5}
            """,
            component("etcd", ComponentType.COORDINATION, "etcd", Environment.DEFAULT));

    assertThat(design.fact(Attributes.VOTERS).value()).contains(5);
    assertThat(design.fact(Attributes.VOTERS).origins())
        .containsExactly(new Origin.Declared(new Place("record.yaml", 3, 38)));
    Cluster etcd = design.cluster("etcd").orElseThrow();
    assertThat(etcd.declared().get(Attributes.MEMBERS).value()).contains(5);
    assertThat(etcd.detected().get(Attributes.MEMBERS).value()).contains(3);
    assertThat(etcd.declared().get(Attributes.TECHNOLOGY).value()).contains("consul");
    assertThat(etcd.detected().get(Attributes.TECHNOLOGY).origins())
        .containsExactly(
            new Origin.Detected(new Place("compose.yaml", 2, 3), "compose", Directness.STATED));
  }

  @Test
  void a_record_may_call_a_store_by_any_of_its_names() {
    Component db = component("orders-db", ComponentType.DATABASE, "mysql", Environment.DEFAULT);
    Component alias =
        new Component(
            db.id(),
            List.of("orders-db", "orders-mysql"),
            db.type(),
            db.technology(),
            db.presence(),
            db.members(),
            db.facts(),
            db.platforms(),
            db.sightings());

    Design design = design("stores: {orders-mysql: {nodes: 2}, order-db: {nodes: 1}}", alias);

    assertThat(design.clusters().get(0).declared().get(Attributes.MEMBERS).value()).contains(2);
    assertThat(design.fact(Attributes.RECORDED_STORES).value()).contains(2);
    assertThat(design.fact(Attributes.UNRESOLVED_NAMES).value()).contains("order-db");
    assertThat(design.fact(Attributes.UNRESOLVED_NAMES).origins())
        .containsExactly(new Origin.Declared(new Place("record.yaml", 1, 54)));
  }

  private static Design design(String record, Component... components) {
    return designs(record, components).get(0);
  }

  private static List<Design> designs(String record, Component... components) {
    Declarations declared =
        DesignRecord.read("record.yaml", record, DesignRecord.Kind.ANSWERS).declarations();
    List<Environment> environments = new ArrayList<>();
    for (Component component : components) {
      component.environments().stream()
          .filter(environment -> !environments.contains(environment))
          .forEach(environments::add);
    }
    Topology topology =
        new Topology(
            new Classification("microservices", "of the test"),
            Arrays.asList(components),
            List.of(),
            List.of(),
            List.of(),
            environments,
            List.of());
    return new DesignBuilder("shop", topology, declared, Catalog.load()).designs();
  }

  private static Component component(
      String id, ComponentType type, String technology, Environment environment) {
    return new Component(
        id,
        List.of(id),
        type,
        Optional.of(technology),
        Presence.DEPLOYED,
        List.of(),
        new TreeMap<>(
            Map.of(environment, Facts.about(id).add(Attributes.MEMBERS, 3, SEEN).facts())),
        new TreeMap<>(Map.of(environment, List.of(Platform.COMPOSE))),
        List.of(new Sighting(new Place("compose.yaml", 2, 3), "compose")));
  }
}
