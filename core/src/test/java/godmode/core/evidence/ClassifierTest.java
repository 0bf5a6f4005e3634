package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private final Files files = new Files();
  private final Files.Speaker compose = files.compose("compose.yml");

  private String kind() {
    Classification classification = files.topology().classification();
    return classification.kind() + ": " + classification.because();
  }

  @Test
  void one_service_and_one_store_are_not_distributed() {
    compose.deploys("app").deploys("db", "mysql").deploys("watch", "prometheus");

    assertThat(kind())
        .isEqualTo(
            "not-distributed: 1 service (app) and 1 store (db); a second service would change that,"
                + " or a copy of the store");
  }

  @Test
  void a_collection_of_samples_is_no_single_system() {
    for (String sample : List.of("blog", "chat", "shop")) {
      files
          .compose(sample + "/compose.yml")
          .deploys(sample + "-app")
          .deploys("db", "mysql")
          .connects(sample + "-app", "db", ConnectionKind.DATA, "mysql");
    }

    assertThat(kind())
        .isEqualTo(
            "several-systems: 3 systems (blog, chat, shop) that share nothing; review each by its"
                + " folder");
  }

  @Test
  void what_supports_one_system_makes_no_collection() {
    files.compose("shop/compose.yml").deploys("a").deploys("b").deploys("c").deploys("d");
    files.compose("logs/compose.yml").deploys("search");
    files.compose("load/compose.yml").deploys("load");

    assertThat(files.topology().classification().kind()).isEqualTo("microservices");
  }

  @Test
  void one_service_on_a_store_of_several_nodes_is_distributed() {
    compose.deploys("app").deploys("etcd", "etcd").members("etcd", 3);

    assertThat(kind()).isEqualTo("microservices: 1 service (app) and 1 store (etcd)");
  }

  @Test
  void services_that_share_one_database_are_a_distributed_monolith() {
    compose
        .deploys("a")
        .deploys("b")
        .deploys("c")
        .deploys("db", "mysql")
        .deploys("kafka", "kafka")
        .uses("a", "db", "mysql", "shop")
        .uses("b", "db", "mysql", "shop")
        .uses("c", "db", "mysql", "c");

    assertThat(kind())
        .isEqualTo("distributed-monolith: 2 services (a, b) of 3 share the database shop on db");
  }

  @Test
  void databases_of_one_name_on_two_servers_are_not_shared() {
    compose
        .deploys("a")
        .deploys("b")
        .deploys("a-db", "mysql")
        .deploys("b-db", "mysql")
        .uses("a", "a-db", "mysql", "shop")
        .uses("b", "b-db", "mysql", "shop");

    assertThat(kind()).isEqualTo("microservices: 2 services (a, b) and 2 stores (a-db, b-db)");
  }

  @Test
  void one_server_whose_databases_are_not_named_is_not_shared() {
    compose
        .deploys("a")
        .deploys("b")
        .deploys("db", "mysql")
        .connects("a", "db", ConnectionKind.DATA, "mysql")
        .connects("b", "db", ConnectionKind.DATA, "mysql");

    assertThat(kind()).isEqualTo("microservices: 2 services (a, b) and 1 store (db)");
  }

  @Test
  void services_and_a_broker_are_event_driven() {
    compose
        .deploys("a")
        .deploys("b")
        .deploys("kafka", "kafka")
        .connects("a", "kafka", ConnectionKind.PUBLISH, "kafka");

    assertThat(kind())
        .isEqualTo("event-driven: 1 of 2 services (a, b) publish to or consume from kafka");
  }

  @Test
  void a_broker_that_is_only_deployed_is_enough() {
    compose.deploys("a").deploys("b").deploys("kafka", "kafka");

    assertThat(kind()).isEqualTo("event-driven: 2 services (a, b) and 1 broker (kafka)");
  }

  @Test
  void a_broker_for_metrics_and_configuration_is_not_enough() {
    compose
        .deploys("a")
        .deploys("b")
        .deploys("mq", "rabbitmq")
        .connects("a", "mq", ConnectionKind.METRICS, "rabbitmq")
        .connects("b", "mq", ConnectionKind.CONFIG, "rabbitmq");

    assertThat(kind()).isEqualTo("microservices: 2 services (a, b) and 1 store (mq)");
  }

  @Test
  void a_broker_of_an_environment_without_services_is_not_enough() {
    compose.deploys("a").deploys("b");
    files.compose("compose.tracing.yml", Environment.named("tracing")).deploys("mq", "rabbitmq");

    assertThat(kind()).isEqualTo("microservices: 2 services (a, b) and 1 store (mq)");
  }

  @Test
  void a_load_generator_is_no_service() {
    compose.deploys("app").deploys("load", ComponentType.JOB).deploys("db", "mysql");

    assertThat(kind())
        .isEqualTo(
            "not-distributed: 1 service (app) and 1 store (db); a second service would change that,"
                + " or a copy of the store");
  }

  @Test
  void stores_alone_do_not_tell_what_system_uses_them() {
    compose.deploys("kafka", "kafka").deploys("db", "mysql");

    assertThat(kind()).isEqualTo("unknown: no service and 2 stores (db, kafka)");
  }
}
