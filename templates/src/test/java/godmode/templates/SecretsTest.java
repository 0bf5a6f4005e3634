package godmode.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
  /** Each holds the same secret. */
  private static final List<String> SECRET =
      List.of(
          "POSTGRES_PASSWORD: hunter2x",
          "- MYSQL_ROOT_PASSWORD=hunter2x",
          "spring.datasource.password=hunter2x",
          "export DB_PASS=hunter2x",
          "  dbPass: 'hunter2x'",
          "  \"apiKey\": \"hunter2x\",",
          "  jedis.setPassword(\"hunter2x\");",
          "@Value(\"${jwt.secret:hunter2x}\") String secret;",
          "<password>hunter2x</password>",
          "command: redis-server --requirepass hunter2x",
          "command: [\"redis-server\", \"--requirepass\", \"hunter2x\"]",
          "test: [CMD, redis-cli, -a, hunter2x, ping]",
          "test: redis-cli -a hunter2x ping",
          "test: mysqladmin ping -uroot -phunter2x",
          "test: curl -u elastic:hunter2x http://localhost:9200",
          "url: amqp://guest:hunter2x@rabbit:5672",
          "url: jdbc:mysql://db/orders?user=a&password=hunter2x",
          "dsn: app:hunter2x@tcp(db:3306)/orders",
          "header: Authorization: Bearer hunter2x",
          "header: Basic hunter2x",
          "sasl.jaas.config: X required username=\"a\" password=\"hunter2x\";",
          "SharedAccessKey=hunter2x;EntityPath=orders",
          "RABBITMQ_ERLANG_COOKIE: hunter2x",
          "SLACK_WEBHOOK_URL: https://hooks.example/hunter2x",
          "key: AKIAHUNTER2XHUNTER2X",
          "key: ghp_hunter2xhunter2x",
          "key: eyJhunter2x.hunter2x",
          "key: abcdefghijabcdefghij1234hunter2x");

  @Test
  void no_way_to_write_a_secret_on_one_line_prints_it() {
    assertThat(SECRET)
        .allSatisfy(
            line ->
                assertThat(shown(List.of(line), 0).toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("hunter2x"));
  }

  @Test
  void a_value_is_hidden_whose_name_stands_on_another_line() {
    assertThat(shown(List.of("- name: DB_PASSWORD", "  value: hunter2"), 1))
        .isEqualTo("  value: *");
    assertThat(shown(List.of("- value: hunter2", "  name: DB_PASSWORD"), 0))
        .isEqualTo("- value: *");
    assertThat(shown(List.of("- --requirepass", "- hunter2"), 1)).isEqualTo("- *");
    assertThat(shown(List.of("password:", "  prod: hunter2"), 1)).isEqualTo("  prod: *");
    assertThat(shown(List.of("password: |", "  hunter2"), 1)).isEqualTo("  *");
    assertThat(shown(List.of("x.setPassword(", "    \"hunter2\");"), 1)).isEqualTo("    \"*");
    assertThat(
            shown(
                List.of("kind: Secret", "metadata: {name: db}", "stringData:", "  pw: hunter2"), 3))
        .isEqualTo("  pw: *");
  }

  @Test
  void what_is_no_secret_is_shown_whole() {
    for (String line :
        List.of(
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 3",
            "image: confluentinc/cp-kafka:7.5.0",
            "image: redis@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            "spring.datasource.url=jdbc:postgresql://orders-db:5432/shop",
            "@KafkaListener(topics = \"orders\", groupId = \"inventory\")",
            "  bypass: true",
            "  pinned: true",
            "ports: [\"5432:5432\"]",
            "private final OrdersInventoryReservationServiceConfigurationFactory factory;")) {
      assertThat(shown(List.of(line), 0)).isEqualTo(line);
    }
    assertThat(shown(List.of("- name: REPLICAS", "  value: 3"), 1)).isEqualTo("  value: 3");
    assertThat(shown(List.of("  PASSWORD: $PASSWORD", "image: redis"), 1))
        .isEqualTo("image: redis");
    assertThat(shown(List.of("kind: ConfigMap", "data:", "  replicas: 3"), 2))
        .isEqualTo("  replicas: 3");
  }

  @Test
  void a_line_made_to_be_slow_is_not() {
    for (String piece :
        List.of("mysql ", "://", "passw", "- ", " -a ", "a:", "eyJ", "A1+", "Basic ", "${")) {
      String line = piece.repeat(4_000 / piece.length());
      org.junit.jupiter.api.Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> Secrets.hidden(List.of(line, line, line), 1), piece);
    }
  }

  /** The line with each hidden run as one star. */
  private static String shown(List<String> lines, int index) {
    BitSet hidden = Secrets.hidden(lines, index);
    StringBuilder out = new StringBuilder();
    String line = lines.get(index);
    for (int i = 0; i < line.length(); i++) {
      if (!hidden.get(i)) {
        out.append(line.charAt(i));
      } else if (i == 0 || !hidden.get(i - 1)) {
        out.append('*');
      }
    }
    return out.toString();
  }
}
