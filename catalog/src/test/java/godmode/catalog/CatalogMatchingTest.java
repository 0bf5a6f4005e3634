package godmode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.catalog.Ecosystem;
import godmode.core.catalog.Match;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogMatchingTest {
  private static final Technologies KNOWN = Catalog.load();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "mongo, mongodb",
        "mongo:4.4, mongodb",
        "library/mongo, mongodb",
        "docker.io/library/mongo:4, mongodb",
        "registry.example.org:5000/mongo:4, mongodb",
        "localhost/mongo, mongodb",
        "mongo@sha256:fd8d9aa63ba2, mongodb",
        "mongo:4@sha256:fd8d9aa63ba2, mongodb",
        "apache/kafka:latest, kafka",
        "docker.io/bitnami/kafka:3.7, kafka",
        "bitnamilegacy/kafka:3.7, kafka",
        "wurstmeister/zookeeper:3.4.6, zookeeper",
        "confluentinc/cp-zookeeper:7.6.0, zookeeper",
        "${REPOSITORY}/cp-server:${TAG}, kafka",
        "${REPOSITORY}/cp-zookeeper:${TAG}, zookeeper",
        "${REGISTRY}mongo:4, mongodb",
        "$REGISTRY/mongo:4, mongodb",
        "${REGISTRY:-docker.io}/mongo:${TAG:-4}, mongodb",
        "mongo:${TAG}, mongodb",
        "mongo:${TAG:?set it}, mongodb",
        "${IMAGE:-mongo:4}, mongodb",
        "${REGISTRY}/bitnami/kafka:3, kafka",
        "{{ .Values.registry }}/mongo:4, mongodb",
        "harbor.example.org/mirror/bitnami/kafka:3, kafka",
        "public.ecr.aws/docker/library/redis:7, redis",
        "debezium/kafka:2.5, kafka",
        "quay.io/debezium/connect:2.5, debezium",
        "mariadb:11, mysql",
        "quay.io/keycloak/keycloak:24.0, keycloak",
        "docker.elastic.co/elasticsearch/elasticsearch:8.13.0, elasticsearch",
        "mcr.microsoft.com/mssql/server:2022-latest, sqlserver",
        "gcr.io/cadvisor/cadvisor:v0.47, cadvisor",
        "registry.k8s.io/ingress-nginx/controller:v1.10.0, ingress-nginx",
        "otel/opentelemetry-collector-contrib:0.157.0@sha256:f2f0, otel-collector",
      })
  void an_image_runs(String image, String id) {
    assertThat(KNOWN.byImage(image).map(Technology::id)).contains(id);
  }

  @ParameterizedTest
  @CsvSource({
    "provectuslabs/kafka-ui:latest, kafka-ui",
    "danielqsj/kafka-exporter, prometheus-exporter",
    "oliver006/redis_exporter, prometheus-exporter",
    "kbudde/rabbitmq-exporter, prometheus-exporter",
    "bitnami/postgres-exporter:0.15, prometheus-exporter",
    "quay.io/prometheus/node-exporter:v1.1.2, node-exporter",
    "rediscommander/redis-commander, redis-commander",
    "redislabs/redisinsight, redisinsight",
    "mongo-express, mongo-express",
    "${REGISTRY}/mongo-express, mongo-express",
    "dpage/pgadmin4, pgadmin",
    "obsidiandynamics/kafdrop, kafdrop",
    "elkozmon/zoonavigator-web:0.5.1, zookeeper-navigator",
    "confluentinc/cp-schema-registry:7.6.0, schema-registry",
    "hazelcast/management-center, hazelcast-management-center",
    "minio/mc, command-line-client",
    "bitnami/pgbouncer:1, pgbouncer",
    "locustio/locust, locust"
  })
  void what_only_serves_a_product_is_a_technology_of_its_own(String image, String id) {
    assertThat(KNOWN.byImage(image).map(Technology::id)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acme/redis",
        "acme/orders:1",
        "acme/kafka-ui",
        "acme/database",
        "sqshq/piggymetrics-mongodb",
        "alpine",
        "busybox:1.38",
        "eclipse-temurin:17",
        "${IMAGE}",
        "bitnami/${NAME}:1",
        "${REPOSITORY}/database:1",
        "${REPOSITORY}/server:1",
        "${REPOSITORY}/gateway",
        "${PREFIX}-redis",
        "{{ .Values.image.repository }}:{{ .Values.image.tag }}",
        "cloudnative-pg/cloudnative-pg:1.23",
        "minio/operator",
        "open-telemetry/demo:1.0-cart",
        "traefik/whoami",
        "/",
        "::",
        "@"
      })
  void an_image_stays_unknown(String image) {
    assertThat(KNOWN.byImage(image)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "acme/redis:7, [SERVER WEAK redis */redis]",
    "acme/eureka-server, [SERVER WEAK eureka */eureka-server]",
    "acme/api-gateway, [SERVER WEAK spring-cloud-gateway */api-gateway]",
    "acme/loadgenerator:v1, [SERVER WEAK load-generator */loadgenerator]",
    "acme/orders, []"
  })
  void a_name_is_only_a_hint(String image, String hints) {
    assertThat(text(KNOWN.byImageName(image))).hasToString(hints);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5432/orders, postgresql",
    "jdbc:p6spy:postgresql://db/orders, postgresql",
    "r2dbc:postgresql://db/orders, postgresql",
    "r2dbc:pool:mysql://db/orders, mysql",
    "jdbc:mysql://db/orders?useSSL=false, mysql",
    "jdbc:mysql:replication://db/orders, mysql",
    "jdbc:h2:mem:test, h2",
    "mongodb+srv://db/orders, mongodb",
    "mongodb://db:27017/orders, mongodb",
    "redis://cache:6379, redis",
    "amqp://guest:guest@queue:5672, rabbitmq",
    "jdbc:cockroachdb://db/orders, cockroachdb",
    "jdbc:yugabytedb://db/orders, yugabytedb"
  })
  void an_address_reveals(String value, String id) {
    assertThat(KNOWN.byUrlScheme(value).map(Technology::id)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://orders:8080", "jdbc:tc:postgresql:16://x", "redis", "see redis://x", ""})
  void an_address_reveals_nothing(String value) {
    assertThat(KNOWN.byUrlScheme(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SPRING_KAFKA_BOOTSTRAP_SERVERS, [CLIENT STRONG kafka *KAFKA_BOOTSTRAP*]",
    "KAFKA_BOOTSTRAP_SERVERS, [CLIENT STRONG kafka *KAFKA_BOOTSTRAP*]",
    "KAFKA_ADVERTISED_LISTENERS, [SERVER STRONG kafka KAFKA_ADVERTISED_LISTENERS]",
    "KAFKA_HEAP_OPTS, [UNDETERMINED WEAK kafka KAFKA_*]",
    "MYSQL_ROOT_PASSWORD, [SERVER STRONG mysql MYSQL_ROOT_PASSWORD]",
    "MYSQL_HOST, [CLIENT STRONG mysql MYSQL_HOST*]",
    "MYSQL_USER, [UNDETERMINED WEAK mysql MYSQL_*]",
    "MONGO_INITDB_ROOT_USERNAME, [SERVER STRONG mongodb MONGO_INITDB_*]",
    "SPRING_DATA_MONGODB_URI, [CLIENT STRONG mongodb SPRING_DATA_MONGODB_*]",
    "ME_CONFIG_BASICAUTH, [SERVER STRONG mongo-express ME_CONFIG_*]",
    "POSTGRES_PASSWORD, [SERVER WEAK postgresql POSTGRES_PASSWORD]",
    "RABBITMQ_DEFAULT_USER, [SERVER STRONG rabbitmq RABBITMQ_DEFAULT_USER]",
    "ZOO_MY_ID, [SERVER STRONG zookeeper ZOO_*]",
    "EUREKA_CLIENT_SERVICEURL_DEFAULTZONE, [CLIENT STRONG eureka EUREKA_CLIENT_*]",
    "EUREKA_SERVER_URL, [CLIENT STRONG eureka EUREKA_SERVER_URL*]",
    "JAVA_OPTS, []"
  })
  void a_variable_reveals_a_side(String name, String matches) {
    assertThat(text(KNOWN.byEnvironmentVariable(name))).hasToString(matches);
  }

  @Test
  void a_variable_may_make_a_server_of_one_and_a_client_of_another() {
    assertThat(text(KNOWN.byEnvironmentVariable("KAFKA_ZOOKEEPER_CONNECT")))
        .containsExactly(
            "SERVER STRONG kafka KAFKA_ZOOKEEPER_CONNECT",
            "CLIENT STRONG zookeeper KAFKA_ZOOKEEPER_CONNECT");
  }

  @ParameterizedTest
  @CsvSource({
    "org.mongodb:mongodb-driver-sync, [CLIENT STRONG mongodb org.mongodb:mongodb-driver-*]",
    "org.postgresql:postgresql, [CLIENT STRONG postgresql org.postgresql:postgresql]",
    "io.opentelemetry:opentelemetry-api, []",
    "io.fabric8:kubernetes-client, []",
    "acme:orders, []"
  })
  void a_dependency_reveals(String coordinate, String matches) {
    assertThat(text(KNOWN.byDependency(Ecosystem.MAVEN, coordinate))).hasToString(matches);
  }

  @Test
  void a_dependency_can_turn_the_application_into_the_technology() {
    String starter = "org.springframework.cloud:spring-cloud-starter-netflix-eureka-";
    assertThat(text(KNOWN.byDependency(Ecosystem.MAVEN, starter + "server")))
        .containsExactly("SERVER STRONG eureka " + starter + "server");
    assertThat(text(KNOWN.byDependency(Ecosystem.MAVEN, starter + "client")))
        .containsExactly("CLIENT STRONG eureka " + starter + "*");
    assertThat(text(KNOWN.byAnnotation("EnableEurekaServer")))
        .containsExactly("SERVER STRONG eureka EnableEurekaServer");
  }

  @Test
  void configuration_keys_bind_relaxed_and_may_need_a_value() {
    assertThat(text(KNOWN.byConfigurationKey("spring.kafka.bootstrapServers")))
        .containsExactly("CLIENT STRONG kafka spring.kafka.*");
    assertThat(text(KNOWN.byConfigurationKey("spring.cloud.config.server.git.uri")))
        .containsExactly("SERVER STRONG spring-cloud-config spring.cloud.config.server.*");
    assertThat(text(KNOWN.byConfigurationKey("min.insync.replicas")))
        .containsExactly("SERVER WEAK kafka min.insync.replicas");
    assertThat(KNOWN.byConfigurationKey("spring.datasource.url")).isEmpty();
    assertThat(text(KNOWN.byConfiguration("spring.datasource.url", "jdbc:mysql://db/orders")))
        .containsExactly("CLIENT STRONG mysql spring.datasource.url=jdbc:mysql:*");
  }

  @Test
  void files_resources_and_imports_reveal() {
    assertThat(text(KNOWN.byFileName("deploy/zoo.cfg")))
        .containsExactly("SERVER STRONG zookeeper zoo.cfg");
    assertThat(text(KNOWN.byFileName("kraft/server.properties")))
        .containsExactly("SERVER STRONG kafka kraft/server.properties");
    assertThat(text(KNOWN.byFileName("server.properties")))
        .containsExactly("SERVER WEAK kafka server.properties");
    assertThat(text(KNOWN.byJavaImport("org.apache.kafka.clients.producer.KafkaProducer")))
        .containsExactly("CLIENT STRONG kafka org.apache.kafka.*");
    assertThat(KNOWN.byResource("kafka.strimzi.io/v1beta2", "KafkaNodePool"))
        .extracting(match -> match.technology().id() + " " + match.resource().members().orElse(""))
        .containsExactly("kafka spec.replicas");
    assertThat(KNOWN.byResource("apps/v1", "Deployment")).isEmpty();
  }

  private static List<String> text(List<Match> matches) {
    return matches.stream()
        .map(
            match ->
                String.join(
                    " ",
                    match.side().name(),
                    match.strength().name(),
                    match.technology().id(),
                    match.pattern()))
        .toList();
  }
}
