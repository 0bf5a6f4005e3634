package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssemblerTest {
  private static final Environment DEFAULT = Environment.DEFAULT;
  private static final Environment PRODUCTION = Environment.PRODUCTION;

  /** A shop in one Compose file, manifests and two modules. */
  private static Files shop() {
    Files files = new Files();
    files
        .compose("docker-compose.yml")
        .deploys("order")
        .is("order", "path:services/order")
        .deploys("billing")
        .is("billing", "path:services/billing")
        .deploys("kafka1", "kafka")
        .deploys("kafka2", "kafka")
        .deploys("kafka3", "kafka")
        .deploys("db", "postgresql")
        .connects("order", "db", ConnectionKind.DEPENDENCY, "")
        .publishes("order");
    files
        .manifests("k8s/shop.yaml")
        .deploys("order")
        .members("order", 2)
        .deploys("kafka", "kafka")
        .members("kafka", 3)
        .deploys("db", "postgresql")
        .members("db", 1);
    files
        .application("services/order/application.yml")
        .builds("path:services/order", "spring-boot")
        .is("path:services/order", "ORDER-SERVICE")
        .uses("path:services/order", "db:5432", "postgresql", "shop")
        .connects("path:services/order", "tech:kafka", ConnectionKind.PUBLISH, "kafka")
        .connects("path:services/order", "billing", ConnectionKind.CALL, "http")
        .states(new Claim.ChannelSeen("tech:kafka", "orders", List.of()))
        .states(new Claim.GuardSeen("nightly", GuardKind.SCHEDULE, "order-service", List.of()));
    files
        .application("services/billing/application.yml")
        .builds("path:services/billing", "spring-boot")
        .connects("path:services/billing", "kafka1:9092", ConnectionKind.CONSUME, "kafka");
    files
        .compose("docker-compose.yml")
        .states(new Claim.ClusterSeen("kafka", List.of("kafka1", "kafka2", "kafka3")));
    return files;
  }

  @Test
  void joins_all_files_of_one_system() {
    Topology topology = shop().topology();

    assertThat(Lines.components(topology))
        .containsExactly(
            "billing service spring-boot [default]",
            "db database postgresql [default]",
            "kafka broker kafka [default]",
            "order service spring-boot [default]",
            "user user - [default]");
    assertThat(Lines.connections(topology))
        .containsExactly(
            "billing -> kafka consume kafka [default]",
            "order -> billing call http [default]",
            "order -> db data postgresql [default]",
            "order -> kafka publish kafka [default]",
            "user -> order user http [default]");
    assertThat(Lines.unread(topology)).isEmpty();
    assertThat(topology.topics())
        .extracting(topic -> topic.broker() + "/" + topic.name() + topic.facts().keySet())
        .containsExactly("kafka/orders[default]");
    assertThat(topology.guards())
        .extracting(guard -> guard.owner() + "/" + guard.name() + guard.environments())
        .containsExactly("order/nightly[default]");
    assertThat(topology.classification())
        .isEqualTo(
            new Classification(
                "event-driven",
                "2 of 2 services (billing, order) publish to or consume from kafka"));
    assertThat(topology.environments()).containsExactly(DEFAULT);
  }

  @Test
  void lists_every_name_of_a_component_and_shows_of_a_path_its_end() {
    assertThat(shop().topology().component("order").orElseThrow().names())
        .containsExactly("ORDER-SERVICE", "order");
  }

  @Test
  void the_order_of_evidence_and_repeated_evidence_change_nothing() {
    List<Evidence> evidence = shop().evidence();
    Topology expected = new Assembler(Files.TYPES).assemble(evidence);
    for (int seed = 0; seed < 50; seed++) {
      List<Evidence> shuffled = new ArrayList<>(evidence);
      shuffled.addAll(evidence.subList(0, seed % evidence.size()));
      Collections.shuffle(shuffled, new Random(seed));

      Topology topology = new Assembler(Files.TYPES).assemble(shuffled);

      assertThat(topology).isEqualTo(expected);
      assertThat(topology.toString()).isEqualTo(expected.toString());
    }
    assertThat(evidence).hasSize(26);
  }

  @Test
  void alternative_deployments_are_not_added_up() {
    Topology topology = shop().topology();

    assertThat(Lines.fact(topology, "kafka", DEFAULT, Attributes.MEMBERS))
        .isEqualTo(
            "3 by k8s/shop.yaml:4, docker-compose.yml:5, docker-compose.yml:6,"
                + " docker-compose.yml:7");
    assertThat(topology.component("kafka").orElseThrow().members())
        .containsExactly("kafka1", "kafka2", "kafka3");
    assertThat(topology.component("order").orElseThrow().platforms())
        .containsExactly(Map.entry(DEFAULT, List.of(Platform.CLUSTER, Platform.COMPOSE)));
  }

  @Test
  void what_is_only_built_is_a_component_and_what_is_only_used_is_none() {
    Files files = new Files();
    files
        .application("pom.xml")
        .builds("path:orders", "spring-boot")
        .states(Files.seen("tech:redis", Optional.empty(), Optional.of("redis"), Presence.USED))
        .connects("path:orders", "tech:redis", ConnectionKind.DATA, "redis")
        .connects("path:library", "path:orders", ConnectionKind.CALL, "http");

    assertThat(Lines.components(files.topology()))
        .containsExactly("orders service spring-boot [default]");
    assertThat(files.topology().connections()).isEmpty();
    assertThat(Lines.unread(files.topology())).isEmpty();
  }

  @Test
  void names_that_are_only_called_also_are_listed_and_join_nothing() {
    Files files = new Files();
    files
        .compose("docker-compose.yml")
        .deploys("orders")
        .states(new Claim.CalledAlso("orders", "acme/base"))
        .deploys("bills")
        .states(new Claim.CalledAlso("bills", "acme/base"));

    assertThat(files.topology().components())
        .extracting(Component::names)
        .containsExactly(List.of("acme/base", "bills"), List.of("acme/base", "orders"));
  }

  @Test
  void unreadable_files_are_listed_once_and_by_place() {
    Files files = new Files();
    files.compose("docker-compose.yml").states(new Claim.Unreadable("not YAML: remove the tab"));
    List<Evidence> twice = new ArrayList<>(files.evidence());
    twice.addAll(files.evidence());
    Topology topology = new Assembler(Files.TYPES).assemble(twice);

    assertThat(Lines.unread(topology))
        .containsExactly("docker-compose.yml:1 not YAML: remove the tab");
    assertThat(topology.isEmpty()).isTrue();
    assertThat(topology.classification())
        .isEqualTo(new Classification("unknown", "no service and no store was found"));
  }

  @Test
  void a_component_takes_part_in_the_environments_that_deploy_it() {
    Files files = new Files();
    files.application("order/pom.xml").builds("order", "spring-boot");
    files.compose("compose.yml").deploys("order").deploys("db", "mysql");
    files
        .manifests("prod/shop.yaml", PRODUCTION)
        .deploys("order")
        .deploys("db", "mysql")
        .deploys("cache", "redis")
        .members("db", 3);
    files
        .application("order/application.yml")
        .uses("order", "db", "mysql", "orders")
        .connects("order", "cache", ConnectionKind.DATA, "redis");

    Topology topology = files.topology();
    assertThat(Lines.components(topology))
        .containsExactly(
            "cache cache redis [production]",
            "db database mysql [default, production]",
            "order service spring-boot [default, production]");
    assertThat(Lines.connections(topology))
        .containsExactly(
            "order -> cache data redis [production]",
            "order -> db data mysql [default, production]");
    assertThat(Lines.fact(topology, "db", DEFAULT, Attributes.MEMBERS))
        .isEqualTo("unknown: nothing says it");
    assertThat(Lines.fact(topology, "db", PRODUCTION, Attributes.MEMBERS))
        .isEqualTo("3 by prod/shop.yaml:4");
    assertThat(topology.environments()).containsExactly(DEFAULT, PRODUCTION);
  }

  @Test
  void topics_of_a_broker_that_nothing_runs_keep_its_technology() {
    Files files = new Files();
    files
        .application("order/Events.java")
        .builds("path:order", "spring-boot")
        .states(
            new Claim.ChannelSeen(
                "tech:kafka",
                "orders",
                List.of(
                    Said.stated(Attributes.PARTITIONS, 6, new Place("order/Events.java", 9, 1)))));

    Topic topic = files.topology().topics().get(0);
    assertThat(topic.broker() + "/" + topic.name()).isEqualTo("tech:kafka/orders");
    assertThat(Lines.fact(topic.facts().values().iterator().next(), Attributes.PARTITIONS))
        .isEqualTo("6 by order/Events.java:9");
  }

  @Test
  void a_guard_in_a_library_is_named_as_unread() {
    Files files = new Files();
    files
        .application("common/Lock.java")
        .states(new Claim.GuardSeen("stock", GuardKind.LOCK, "path:common", List.of()));

    assertThat(files.topology().guards()).isEmpty();
    assertThat(Lines.unread(files.topology()))
        .containsExactly("common/Lock.java:1 the lock stock is in common, and nothing runs that");
  }
}
