package godmode.detectors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpringDetectorsTest {
  private static final String YML = "orders/src/main/resources/application.yml";

  private final MemorySnapshot files = new MemorySnapshot();

  private SpringDetectorsTest with(String application, String... artifacts) {
    return module("orders", application, artifacts);
  }

  private SpringDetectorsTest module(String folder, String application, String... artifacts) {
    StringBuilder pom = new StringBuilder("<project><artifactId>" + folder + "</artifactId>");
    pom.append("<dependencies>");
    for (String artifact : artifacts) {
      pom.append("<dependency><groupId>g</groupId><artifactId>")
          .append(artifact)
          .append("</artifactId></dependency>");
    }
    files
        .with(folder + "/pom.xml", pom + "</dependencies></project>")
        .with(folder + "/Dockerfile", "FROM scratch\n")
        .with(folder + "/src/main/resources/application.yml", application);
    return this;
  }

  private List<String> data() {
    return Said.by(new DataSourcesDetector(), files);
  }

  @Test
  void reads_every_host_and_the_database_of_a_connection_string() {
    with(
        """
        spring.datasource.url: jdbc:postgresql://db-a:5432,db-b/orders?ssl=true
        reports.url: jdbc:mysql://user:p@w@reports:3306/r
        """);

    assertThat(data())
        .containsExactly(
            YML + ":1 db-a is database postgresql",
            YML + ":1 db-b is database postgresql",
            YML + ":1 path:orders -> db-a data postgresql orders",
            YML + ":1 path:orders -> db-b data postgresql orders",
            YML + ":2 reports is database mysql",
            YML + ":2 path:orders -> reports data mysql r");
  }

  @Test
  void reads_what_a_client_of_mongodb_waits_for() {
    with("a: mongodb://m1,m2/carts?replicaSet=r&w=1\nb: mongodb://m3/carts?w=majority\n");

    assertThat(data())
        .contains(
            YML + ":1 path:orders -> m1 data mongodb carts leader",
            YML + ":2 path:orders -> m3 data mongodb carts majority");
  }

  @Test
  void tells_schemas_of_one_database_apart() {
    with(
        "spring.datasource.url: jdbc:postgresql://db/shop?ssl=false&currentSchema=orders\n",
        "spring-boot-starter-data-jpa");

    assertThat(data())
        .containsExactly(
            YML + ":1 db is database postgresql",
            YML + ":1 path:orders -> db data postgresql shop/orders");
  }

  @Test
  void takes_no_embedded_database_for_a_connection() {
    with("spring.datasource.url: jdbc:h2:mem:x\nother.url: jdbc:h2:file:./x\n");

    assertThat(data()).isEmpty();
  }

  @Test
  void knows_only_the_technology_at_a_loopback_or_unknown_host() {
    with(
        """
        a: jdbc:postgresql://localhost:5432/orders
        b: mongodb://${MONGO_HOST}:27017/carts
        c: mongodb://u:${PASSWORD}@mongo/carts
        """);

    assertThat(data())
        .containsExactly(
            YML + ":1 path:orders -> tech:postgresql data postgresql orders",
            YML + ":2 ~path:orders -> tech:mongodb data mongodb carts",
            YML + ":3 mongo is database mongodb",
            YML + ":3 path:orders -> mongo data mongodb carts");
  }

  @Test
  void reads_hosts_under_the_keys_of_spring() {
    with(
        """
        spring:
          data.mongodb: {host: mongo, database: carts}
          redis.sentinel.nodes: s1:26379, s2:26379
        """);

    assertThat(data())
        .containsExactly(
            YML + ":2 mongo is database mongodb",
            YML + ":2 path:orders -> mongo data mongodb carts",
            YML + ":3 s1 is cache redis",
            YML + ":3 path:orders -> s1 data redis",
            YML + ":3 s2 is cache redis",
            YML + ":3 path:orders -> s2 data redis");
  }

  @Test
  void says_for_a_profile_only_what_differs() {
    with(
        """
        spring.datasource.url: jdbc:postgresql://db/orders
        cache: redis://cache
        ---
        spring.config.activate.on-profile: prod
        spring.datasource.url: jdbc:postgresql://db-prod/orders
        """);

    assertThat(data())
        .containsExactly(
            YML + ":1 db is database postgresql",
            YML + ":1 path:orders -> db data postgresql orders",
            YML + ":2 cache is cache redis",
            YML + ":2 path:orders -> cache data redis",
            YML + ":5 db-prod is database postgresql [production]",
            YML + ":5 path:orders -> db-prod data postgresql orders [production]");
  }

  @Test
  void prefers_the_profile_and_the_variables_of_the_deployment() {
    with(
        """
        spring.datasource.url: jdbc:h2:mem:x
        ---
        spring.config.activate.on-profile: docker
        spring.datasource.url: jdbc:postgresql://${DB:db}/orders
        """);
    files.with(
        "compose.yaml",
        """
        services:
          orders:
            build: orders
            environment: {SPRING_PROFILES_ACTIVE: docker, DB: pg}
        """);

    assertThat(data())
        .containsExactly(
            YML + ":4 pg is database postgresql",
            YML + ":4 path:orders -> pg data postgresql orders");
  }

  @Test
  void prefers_the_profile_of_a_manifest() {
    with(
        """
        spring.datasource.url: jdbc:h2:mem:x
        ---
        spring.profiles: k8s
        spring.datasource.url: jdbc:postgresql://db/orders
        """);
    files.with(
        "k8s/orders.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: orders}
        spec:
          template:
            spec:
              containers:
                - name: orders
                  image: shop/orders
                  env:
                    - {name: SPRING_PROFILES_ACTIVE, value: k8s}
        """);

    assertThat(data())
        .containsExactly(
            YML + ":4 db is database postgresql",
            YML + ":4 path:orders -> db data postgresql orders");
  }

  @Test
  void leaves_what_a_config_server_serves_to_its_clients() {
    module(
            "config",
            "spring: {profiles.active: native, cloud.config.server.native.search-locations:"
                + " 'classpath:/shared'}\n")
        .module("orders", "spring.application.name: orders\n", "starter-data-mongodb");
    files
        .with("config/src/main/resources/shared/orders.yml", "spring.data.mongodb.host: db\n")
        .with("config/src/main/resources/shared/application.yml", "spring.rabbitmq.host: mq\n");

    assertThat(data())
        .containsExactly(
            "config/src/main/resources/shared/orders.yml:1 db is database mongodb",
            "config/src/main/resources/shared/orders.yml:1 path:orders -> db data mongodb");
    assertThat(Said.by(new MessagingDetector(), files)).isEmpty();
  }

  @Test
  void says_the_direction_of_messages_where_settings_show_it() {
    with(
        """
        spring.kafka:
          bootstrap-servers: k1:9092,k2:9092
          consumer.group-id: orders
          listener.missing-topics-fatal: false
        spring.rabbitmq.host: mq
        """,
        "spring-kafka",
        "spring-boot-starter-amqp");

    assertThat(Said.by(new MessagingDetector(), files))
        .containsExactly(
            YML + ":2 k1 is broker kafka",
            YML + ":3 path:orders -> k1 consume kafka",
            YML + ":2 k2 is broker kafka",
            YML + ":3 path:orders -> k2 consume kafka",
            YML + ":5 mq is broker rabbitmq",
            YML + ":5 ~path:orders -> mq publish rabbitmq");
  }

  @Test
  void reads_what_a_producer_of_kafka_waits_for() {
    String settings = "spring.kafka: {bootstrap-servers: k1, producer: {%s, key-serializer: a.B}}";
    assertThat(publishing(settings.formatted("acks: 1"))).endsWith("publish kafka leader");
    assertThat(publishing(settings.formatted("acks: '0'"))).endsWith("publish kafka none");
    assertThat(publishing(settings.formatted("acks: all"))).endsWith("publish kafka all");
    assertThat(publishing(settings.formatted("properties: {acks: -1}")))
        .endsWith("publish kafka all");
    assertThat(publishing(settings.formatted("acks: '${ACKS}'"))).endsWith("publish kafka");
  }

  private static String publishing(String settings) {
    SpringDetectorsTest one = new SpringDetectorsTest().with(settings, "spring-kafka");
    return Said.by(new MessagingDetector(), one.files).stream()
        .filter(line -> line.contains("publish"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reads_brokers_under_keys_of_the_application() {
    with("kafka-config:\n  bootstrap-servers: k1:9092, localhost:19092\n", "kafka-messaging");

    assertThat(Said.by(new MessagingDetector(), files))
        .containsExactly(
            YML + ":2 k1 is broker kafka",
            YML + ":2 ~path:orders -> k1 publish kafka",
            YML + ":2 ~path:orders -> tech:kafka publish kafka");
  }

  @Test
  void takes_what_spring_cloud_sends_by_itself_for_no_message_of_the_application() {
    with(
        "spring.rabbitmq.host: mq\n",
        "spring-cloud-starter-bus-amqp",
        "spring-cloud-netflix-hystrix-stream",
        "spring-cloud-starter-stream-rabbit");

    assertThat(Said.by(new MessagingDetector(), files))
        .containsExactly(
            YML + ":1 mq is broker rabbitmq",
            YML + ":1 ~path:orders -> mq config rabbitmq",
            YML + ":1 mq is broker rabbitmq",
            YML + ":1 ~path:orders -> mq metrics rabbitmq");
  }

  @Test
  void still_takes_an_own_client_beside_the_bus_for_messages() {
    with("spring.rabbitmq.host: mq\n", "spring-cloud-starter-bus-amqp", "spring-boot-starter-amqp");

    assertThat(Said.by(new MessagingDetector(), files))
        .containsExactly(
            YML + ":1 mq is broker rabbitmq", YML + ":1 ~path:orders -> mq publish rabbitmq");
  }

  @Test
  void reads_bindings_of_spring_cloud_stream() {
    with(
        """
        spring.cloud.stream:
          kafka.binder.brokers: k
          bindings:
            handle-in-0.destination: orders
            notify-out-0.destination: mails
        """,
        "spring-cloud-stream-binder-kafka");

    assertThat(Said.by(new MessagingDetector(), files))
        .containsExactly(
            YML + ":2 k is broker kafka",
            YML + ":5 path:orders -> k publish kafka",
            YML + ":4 path:orders -> k consume kafka");
  }

  @Test
  void reads_registries_and_config_servers() {
    with(
        """
        eureka.client.serviceUrl.defaultZone: http://u:p@eureka-a:8761/eureka,http://eureka-b/eureka
        spring.config.import: optional:configserver:http://config:8888/
        """,
        "spring-cloud-starter-netflix-eureka-client",
        "spring-cloud-starter-config");

    assertThat(Said.by(new DiscoveryDetector(), files))
        .containsExactly(
            YML + ":1 eureka-a is discovery eureka",
            YML + ":1 eureka-b is discovery eureka",
            YML + ":1 path:orders -> eureka-a discovery eureka",
            YML + ":1 path:orders -> eureka-b discovery eureka");
    assertThat(Said.by(new ConfigurationSourcesDetector(), files))
        .containsExactly(
            YML + ":2 config is config-server spring-cloud-config",
            YML + ":2 path:orders -> config config spring-cloud-config");
  }

  @Test
  void infers_registry_and_config_server_from_dependencies_without_an_address() {
    with("a: 1\n", "spring-cloud-starter-netflix-eureka-client", "spring-cloud-starter-config");

    assertThat(Said.by(new DiscoveryDetector(), files))
        .containsExactly("orders/pom.xml:1 ~path:orders -> tech:eureka discovery eureka");
    assertThat(Said.by(new ConfigurationSourcesDetector(), files))
        .containsExactly(
            "orders/pom.xml:1 ~path:orders -> tech:spring-cloud-config config spring-cloud-config");
  }

  @Test
  void says_nothing_of_a_registry_that_is_switched_off() {
    with(
        """
        eureka.client: {register-with-eureka: false, fetch-registry: false}
        eureka.client.service-url.defaultZone: http://eureka/eureka
        """,
        "spring-cloud-starter-netflix-eureka-server");

    assertThat(Said.by(new DiscoveryDetector(), files)).isEmpty();
  }

  @Test
  void names_the_repository_of_a_config_server() {
    with("spring.cloud.config.server.git.uri: https://github.com/shop/config.git\n");

    assertThat(Said.by(new ConfigurationSourcesDetector(), files))
        .containsExactly(
            YML + ":1 github.com/shop/config is config-repository -",
            YML + ":1 github.com/shop/config also github-repository",
            YML + ":1 path:orders -> github.com/shop/config config git");
  }

  @Test
  void reads_routes_of_both_gateways() {
    with(
        """
        zuul.routes:
          a: {path: /a/**, serviceId: service-a, stripPrefix: false, sensitiveHeaders: ""}
          b: {path: /b/**, url: "http://service-b:8080"}
          c: /c/**
          d: {path: /d/**, url: "forward:/d"}
        spring.cloud.gateway.routes:
          - {id: e, uri: "lb://service-e"}
          - {id: f, uri: "http://localhost:1"}
        """,
        "zuul");

    assertThat(Said.by(new RoutesDetector(), files))
        .containsExactly(
            YML + ":2 path:orders -> service-a route http",
            YML + ":3 path:orders -> service-b route http",
            YML + ":4 path:orders -> c route http",
            YML + ":7 path:orders -> service-e route http");
  }

  @Test
  void reads_traces_mails_tokens_and_calls_to_known_components() {
    with("""
    spring:
      zipkin.base-url: http://zipkin:9411
      mail.host: smtp.example.org
      security.oauth2.resourceserver.jwt.issuer-uri: http://auth:9000/realms/shop
    payment.url: http://payment:8080/pay
    own.url: http://orders:8080
    docs.url: http://example.org
    """)
        .module("payment", "a: 1\n");

    assertThat(Said.by(new LinksDetector(), files))
        .containsExactly(
            YML + ":2 path:orders -> zipkin trace zipkin",
            YML + ":3 path:orders -> smtp.example.org mail smtp",
            YML + ":3 smtp.example.org is mail -",
            YML + ":3 smtp.example.org also mail-server",
            YML + ":4 path:orders -> auth auth http",
            YML + ":5 path:orders -> payment call http");
  }
}
