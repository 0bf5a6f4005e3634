package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContainerDetectorTest {
  private static List<String> detect(String compose) {
    return Detections.in(new ContainerDetector(), compose);
  }

  @Test
  void an_image_of_the_catalog_states_what_runs() {
    assertThat(
            detect(
                """
                services:
                  cache:
                    image: registry.local/mirror/bitnami/redis:7.2.4-debian
                """))
        .containsExactly("2 cache cache redis", "3 cache cache redis", "3 cache version=7.2.4");
  }

  @Test
  void consoles_and_exporters_are_not_what_they_look_at() {
    assertThat(
            detect(
                """
                services:
                  kafka-ui: {image: provectuslabs/kafka-ui}
                  exporter: {image: danielqsj/kafka-exporter}
                """))
        .containsExactly("2 kafka-ui admin kafka-ui", "3 exporter metrics prometheus-exporter");
  }

  @Test
  void a_tag_with_two_numbers_is_no_version() {
    assertThat(detect("services: {kafka: {image: 'wurstmeister/kafka:2.13-2.8.1'}}"))
        .containsExactly("1 kafka broker kafka");
  }

  @Test
  void a_dockerfile_on_top_of_an_image_of_the_catalog_states_what_runs() {
    assertThat(
            Detections.in(
                new ContainerDetector(),
                new MemorySnapshot()
                    .with("compose.yaml", "services:\n  db:\n    build: ./db\n")
                    .with("db/Dockerfile", "FROM golang AS tools\nFROM postgres:15\n")))
        .containsExactly(
            "2 db database postgresql",
            "3 db database postgresql",
            "db/Dockerfile:2 db database postgresql",
            "3 db is path:db");
  }

  @Test
  void an_image_called_as_a_module_is_made_of_it() {
    assertThat(
            Detections.in(
                new ContainerDetector(),
                new MemorySnapshot()
                    .with("compose.yaml", "services:\n  order:\n    image: acme/shop-order:1\n")
                    .with(
                        "shop-order/pom.xml",
                        "<project><artifactId>shop-order</artifactId></project>")
                    .with("shop-order/Dockerfile", "FROM scratch\n")))
        .containsExactly(
            "2 order -",
            "3 order called acme/shop-order",
            "3 order called shop-order",
            "3 order is path:shop-order");
  }

  @Test
  void a_runtime_says_nothing_about_the_service_in_it() {
    assertThat(
            Detections.in(
                new ContainerDetector(),
                new MemorySnapshot()
                    .with("compose.yaml", "services:\n  order:\n    build: .\n")
                    .with("Dockerfile", "FROM tomcat:10\n")))
        .containsExactly("2 order -", "3 order is path:.");
  }

  @Test
  void variables_of_a_server_tell_what_an_unknown_image_runs() {
    assertThat(
            detect(
                """
                services:
                  catalogue-db:
                    image: acme/catalogue-db:0.3
                    environment:
                      - MYSQL_ROOT_PASSWORD=${SECRET}
                """))
        .containsExactly("2 catalogue-db -", "5 catalogue-db database mysql (inferred)");
  }

  @Test
  void variables_of_a_server_tell_nothing_of_an_application_that_logs_in_with_them() {
    assertThat(
            detect(
                """
                services:
                  shop-db:
                    image: acme/shop
                    environment: {POSTGRES_HOST: db, POSTGRES_USER: u, POSTGRES_PASSWORD: p}
                """))
        .containsExactly("2 shop-db -", "3 shop-db called acme/shop", "3 shop-db called shop");
  }

  @Test
  void clients_tell_what_an_unknown_store_is() {
    assertThat(
            detect(
                """
                services:
                  user:
                    image: acme/user
                    environment: {MONGO_HOST: 'user-db:27017'}
                  user-db:
                    image: acme/user-db
                """))
        .containsExactly(
            "2 user -",
            "3 user called acme/user",
            "5 user-db -",
            "4 user-db database mongodb (inferred)");
  }

  @Test
  void one_weak_sign_tells_nothing() {
    assertThat(
            detect(
                """
                services:
                  store: {image: acme/store}
                  redis-worker: {image: acme/redis-worker}
                """))
        .containsExactly(
            "2 store -",
            "2 store called acme/store",
            "3 redis-worker -",
            "3 redis-worker called acme/redis-worker");
  }

  @Test
  void what_runs_to_an_end_and_what_makes_load_are_jobs() {
    assertThat(
            detect(
                """
                services:
                  kafka: {image: apache/kafka}
                  topics:
                    image: apache/kafka
                    command: sh -c "kafka-topics.sh --create --topic a --bootstrap-server kafka:9092"
                  migrate: {image: acme/migrate}
                  order:
                    image: acme/order
                    depends_on: {migrate: {condition: service_completed_successfully}}
                  load-test: {image: acme/load}
                """))
        .containsExactly(
            "2 kafka broker kafka",
            "3 topics job",
            "6 migrate job",
            "7 order -",
            "8 order called acme/order",
            "10 load-test job");
  }

  @Test
  void a_web_server_in_front_of_services_is_a_gateway() {
    assertThat(
            detect(
                """
                services:
                  web:
                    image: nginx
                    ports: ["80:80"]
                    links: [order]
                  order: {image: acme/order}
                  pages: {image: nginx, ports: ["81:80"]}
                """))
        .containsExactly(
            "2 web -",
            "3 web gateway nginx (inferred)",
            "6 order -",
            "6 order called acme/order",
            "7 pages web-server nginx");
  }

  @Test
  void every_name_that_means_one_service_only_is_tied_to_it() {
    assertThat(
            detect(
                """
                services:
                  order:
                    image: acme/order
                    container_name: shop-order
                    hostname: shared
                    links: ["postgres:database"]
                    networks: {default: {aliases: [orders, shared]}}
                  postgres:
                    image: postgres
                    hostname: shared
                """))
        .containsExactly(
            "2 order -",
            "2 order is orders",
            "2 order is shop-order",
            "3 order called acme/order",
            "8 postgres database postgresql",
            "9 postgres database postgresql",
            "8 postgres is database");
  }

  @Test
  void what_is_behind_a_profile_is_in_an_environment_of_its_own() {
    assertThat(
            detect(
                """
                services:
                  kafka: {image: apache/kafka}
                  kafka-2: {image: apache/kafka, profiles: [cluster]}
                """))
        .containsExactly("2 kafka broker kafka", "3 kafka-2 broker kafka in cluster");
  }

  @Test
  void fragments_and_partial_services_are_no_components() {
    assertThat(
            detect(
                """
                x-kafka: &kafka {image: apache/kafka}
                services:
                  kafka: {<<: *kafka, restart: always}
                  order: {environment: {A: b}}
                """))
        .containsExactly("3 kafka broker kafka", "1 kafka broker kafka");
  }

  @Test
  void a_web_server_that_passes_requests_on_is_a_gateway() {
    assertThat(
            Detections.in(
                new ContainerDetector(),
                new MemorySnapshot()
                    .with(
                        "compose.yaml",
                        """
                        services:
                          web:
                            image: nginx
                            ports: ["80:80"]
                            volumes: ["./nginx.conf:/etc/nginx/nginx.conf"]
                          order: {image: acme/order}
                        """)
                    .with("nginx.conf", "location / {\n  proxy_pass http://order:8080;\n}\n")))
        .containsExactly(
            "2 web -", "3 web gateway nginx (inferred)", "6 order -", "6 order called acme/order");
  }
}
