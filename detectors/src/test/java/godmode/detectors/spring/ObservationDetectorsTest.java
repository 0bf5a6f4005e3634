package godmode.detectors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import org.junit.jupiter.api.Test;

/** Dashboards, tokens, messages in code and shipped logs. */
class ObservationDetectorsTest {
  private final MemorySnapshot files = new MemorySnapshot();

  private void module(String name, String settings, String code, String... artifacts) {
    StringBuilder pom = new StringBuilder("<project><artifactId>" + name + "</artifactId>");
    pom.append("<dependencies>");
    for (String artifact : artifacts) {
      pom.append("<dependency><groupId>org.springframework.cloud</groupId><artifactId>")
          .append(artifact)
          .append("</artifactId></dependency>");
    }
    files
        .with(name + "/pom.xml", pom + "</dependencies></project>")
        .with(name + "/Dockerfile", "FROM scratch\n")
        .with(name + "/src/main/resources/application.properties", settings)
        .with(name + "/src/main/java/App.java", code);
  }

  @Test
  void turbine_collects_from_what_has_circuit_breakers_or_is_listed() {
    module("orders", "a=1", "class App {\n@HystrixCommand\nvoid pay() {} }");
    module("monitor", "a=1", "@EnableTurbine\n@EnableHystrixDashboard\nclass App {}");

    assertThat(Said.by(new DashboardsDetector(), files))
        .containsExactly(
            "orders/src/main/java/App.java:2 ~path:monitor -> path:orders metrics http");

    module("monitor", "turbine.app-config=ORDERS,stock", "@EnableTurbine\nclass App {}");
    assertThat(Said.by(new DashboardsDetector(), files))
        .containsExactly(
            "monitor/src/main/resources/application.properties:1"
                + " path:monitor -> orders metrics http",
            "monitor/src/main/resources/application.properties:1"
                + " path:monitor -> stock metrics http");
  }

  @Test
  void a_dashboard_shows_the_turbine_beside_it_and_nothing_without_one() {
    module("dashboard", "a=1", "@EnableHystrixDashboard\nclass App {}");
    module("orders", "a=1", "@EnableHystrix\nclass App {}");
    assertThat(Said.by(new DashboardsDetector(), files)).isEmpty();

    module("turbine", "a=1", "@EnableTurbineStream\nclass App {}");
    assertThat(Said.by(new DashboardsDetector(), files))
        .containsExactly(
            "turbine/src/main/java/App.java:1 ~path:dashboard -> path:turbine metrics http");
  }

  @Test
  void clients_fetch_tokens_where_only_one_server_issues_them() {
    module("auth", "a=1", "@EnableAuthorizationServer\nclass App {}");
    module("orders", "a=1", "@EnableOAuth2Client\nclass App {}");
    module("stock", "a=1", "@EnableResourceServer\nclass App {}");
    module(
        "bills",
        "security.oauth2.client.accessTokenUri=http://x",
        "@EnableOAuth2Sso\nclass App {}");

    assertThat(Said.by(new TokensDetector(), files))
        .containsExactly("orders/src/main/java/App.java:1 ~path:orders -> path:auth auth http");

    module("auth-2", "a=1", "@EnableAuthorizationServer\nclass App {}");
    assertThat(Said.by(new TokensDetector(), files)).isEmpty();
  }

  @Test
  void code_tells_who_publishes_and_who_consumes() {
    module(
        "orders",
        "spring.kafka.bootstrap-servers=kafka:9092",
        "class App { KafkaTemplate<String, String> out;\nvoid f() { out.send(\"t\", \"x\"); } }",
        "spring-kafka");
    module(
        "stock",
        "spring.kafka.bootstrap-servers=kafka:9092",
        "class App {\n@KafkaListener(topics = \"t\")\nvoid on(String text) {} }",
        "spring-kafka");

    assertThat(Said.by(new MessagingDetector(), files))
        .containsExactly(
            "orders/src/main/resources/application.properties:1 kafka is broker kafka",
            "orders/src/main/java/App.java:2 path:orders -> kafka publish kafka",
            "stock/src/main/resources/application.properties:1 kafka is broker kafka",
            "stock/src/main/java/App.java:2 path:stock -> kafka consume kafka");
  }

  @Test
  void declared_bindings_win_over_copied_settings() {
    module(
        "orders",
        """
        spring.cloud.stream.bindings.input.destination=t
        spring.cloud.stream.bindings.output.destination=t
        """,
        "@EnableBinding(Sink.class)\nclass App {}",
        "spring-cloud-stream-binder-kafka");

    assertThat(Said.by(new MessagingDetector(), files))
        .containsExactly("orders/src/main/java/App.java:1 path:orders -> tech:kafka consume kafka");
  }

  @Test
  void logs_go_where_an_appender_or_an_agent_sends_them() {
    module("orders", "log.host=logs", "class App {}", "spring-boot-starter");
    files
        .with(
            "orders/src/main/resources/logback-spring.xml",
            """
            <configuration>
              <springProperty name="HOST" source="log.host"/>
              <appender name="A" class="net.logstash.logback.appender.LogstashTcpSocketAppender">
                <destination>${HOST:-localhost}:5000</destination>
              </appender>
            </configuration>
            """)
        .with("orders/docker/filebeat.yml", "output.logstash.hosts: [elk:5044]\n");

    assertThat(Said.by(new LogShippingDetector(), files))
        .containsExactly(
            "orders/docker/filebeat.yml:1 path:orders -> elk log logstash",
            "orders/docker/filebeat.yml:1 elk also logstash",
            "orders/src/main/resources/logback-spring.xml:4 path:orders -> logs log logstash",
            "orders/src/main/resources/logback-spring.xml:4 logs also logstash");
  }

  @Test
  void traces_go_over_the_broker_to_the_server_that_consumes_them() {
    module(
        "orders",
        "a=1",
        "class App {}",
        "spring-cloud-sleuth-stream",
        "spring-cloud-stream-binder-rabbit");
    module(
        "traces",
        "a=1",
        "class App {}",
        "spring-cloud-sleuth-zipkin-stream",
        "spring-cloud-stream-binder-rabbit");
    module("web", "a=1", "class App {}", "spring-cloud-sleuth-stream");

    assertThat(Said.by(new MessagingDetector(), files))
        .containsExactly(
            "orders/pom.xml:1 ~path:orders -> tech:rabbitmq trace rabbitmq",
            "traces/pom.xml:1 ~path:traces -> tech:rabbitmq consume rabbitmq");
  }
}
