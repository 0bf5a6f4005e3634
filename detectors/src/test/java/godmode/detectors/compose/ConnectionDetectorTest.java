package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConnectionDetectorTest {
  private static List<String> detect(String compose) {
    return Detections.in(new ConnectionDetector(), compose);
  }

  @Test
  void addresses_in_variables_are_connections() {
    assertThat(
            detect(
                """
                services:
                  order:
                    image: acme/order
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://db:5432/orders
                      KAFKA_BROKERS: kafka:9092
                      PAYMENT_URL: http://payment:8080
                      GREETING: payment
                  payment: {image: acme/payment}
                  db: {image: postgres}
                  kafka:
                    image: bitnami/kafka
                    environment: {KAFKA_ZOOKEEPER_CONNECT: 'zk:2181'}
                  zk: {image: zookeeper}
                """))
        .containsExactly(
            "5 order -> db data postgresql database=orders",
            "6 order -> kafka dependency kafka",
            "7 order -> payment call http",
            "13 kafka -> zk coordination zookeeper");
  }

  @Test
  void counts_the_members_that_a_client_is_told_of() {
    String project =
        """
        services:
          orders:
            image: acme/orders
            environment: {KAFKA_BROKERS: '%s'}
          k1: &broker
            image: bitnami/kafka
            environment: {KAFKA_CFG_CONTROLLER_QUORUM_VOTERS: '1@k1:9093,2@k2:9093,3@k3:9093'}
          k2: *broker
          k3: *broker
        """;
    assertThat(detect(project.formatted("k1:9092")))
        .containsExactly("4 orders -> k1 dependency kafka known-members=1");
    assertThat(detect(project.formatted("k1:9092,k3:9092")))
        .containsExactly(
            "4 orders -> k1 dependency kafka known-members=2",
            "4 orders -> k3 dependency kafka known-members=2");
  }

  @Test
  void the_database_may_stand_in_the_variable_beside_the_host() {
    assertThat(
            detect(
                """
                services:
                  a: {image: acme/a, environment: {DB_HOST: db, DB_NAME: shop, DB_PORT: "3306"}}
                  db: {image: mysql}
                """))
        .containsExactly("2 a -> db data mysql database=shop");
  }

  @Test
  void a_host_of_the_outside_is_addressed() {
    assertThat(
            detect(
                """
                services:
                  a:
                    image: acme/a
                    environment:
                      REDIS_URL: redis://shop.cache.amazonaws.com:6379
                      DOCS_URL: https://www.acme.com/docs
                      SITE_URL: https://shop.example.com
                """))
        .containsExactly("5 a -> shop.cache.amazonaws.com data redis (inferred)");
  }

  @Test
  void members_of_one_cluster_do_not_use_each_other() {
    assertThat(
            detect(
                """
                services:
                  a: {image: redis}
                  b: {image: redis, command: redis-server --replicaof a 6379}
                """))
        .isEmpty();
  }

  @Test
  void links_and_start_order_are_dependencies() {
    assertThat(
            detect(
                """
                services:
                  order: {image: acme/order, links: ["db:database"], depends_on: [db, init, gone]}
                  db: {image: mysql, command: mysqld}
                  init: {image: mysql, command: mysql -h db, profiles: [tools]}
                """))
        .containsExactly("2 order -> db dependency");
  }

  @Test
  void consoles_administer_and_exporters_measure() {
    assertThat(
            detect(
                """
                services:
                  ui:
                    image: rediscommander/redis-commander
                    environment: {REDIS_HOSTS: "local:cache:6379", REDIS_HOST: cache}
                  exporter: {image: oliver006/redis_exporter, environment: {REDIS_ADDR: "redis://cache:6379"}}
                  cache: {image: redis}
                """))
        .containsExactly("4 ui -> cache admin redis", "5 exporter -> cache metrics redis");
  }

  @Test
  void users_come_in_by_published_ports() {
    assertThat(detect("services: {web: {image: acme/web, ports: ['8080:80', '5353:53/udp']}}"))
        .containsExactly("1 actor:user -> web user");
  }

  @Test
  void documents_inside_of_variables_are_read_where_they_stand() {
    assertThat(
            detect(
                """
                services:
                  akhq:
                    image: tchiotludo/akhq
                    environment:
                      AKHQ_CONFIGURATION: |
                        akhq:
                          bootstrap.servers: "kafka:9092"
                  app: {image: acme/app, environment: {JAVA_OPTS: "-Dcache.url=redis://cache:6379"}}
                  kafka: {image: apache/kafka}
                  cache: {image: redis}
                """))
        .containsExactly("7 akhq -> kafka admin kafka", "8 app -> cache data redis");
  }

  @Test
  void a_logging_driver_reaches_the_port_that_a_container_publishes() {
    assertThat(
            detect(
                """
                services:
                  app: {image: acme/app, logging: {driver: fluentd}}
                  logs: {image: fluent/fluentd, ports: ["24224:24224"]}
                """))
        .containsExactly("2 app -> logs log fluentd", "3 actor:user -> logs user");
    assertThat(
            detect(
                """
                services:
                  app: {image: acme/app, logging: {driver: fluentd}}
                  logs: {image: acme/logs, ports: ["24224:24224"]}
                """))
        .containsExactly(
            "2 app -> logs log fluentd",
            "2 logs logging fluentd (inferred)",
            "3 actor:user -> logs user");
  }
}
