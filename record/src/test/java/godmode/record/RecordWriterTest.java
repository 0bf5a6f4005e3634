package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.record.RecordWriter.Author;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordWriterTest {
  private static final Author TEAM = new Author("team-orders", LocalDate.of(2026, 1, 31));

  private static final String RECORD =
      """
      # the shop
      schema: 1

      system: {name: shop}   # short

      data:
        # money
        orders:
          stores:
            - orders-db   # the only one
          reads: latest   # always
          partition: refuse
        catalog: {reads: {stale-at-most: 5s}, rto: 60s}

      leaders: {}  # nobody leads
      sharding:
        strategy: none
        because: |
          One node suffices.

          Until 2028.

      # to be tried in May
      experiments:
      - name: isolate the leader
      """;

  @Test
  void an_answers_file_becomes_a_record_that_says_the_same() {
    String answers =
        """
        data:
          orders: {stores: [orders-db, archive], reads: {stale-at-most: 5s}}
        operations:
          refund: {}
          reserve-stock: {data: orders}
        experiments:
          - name: isolate the leader
            duration: 60s
        """;
    DesignRecord.Reading given =
        DesignRecord.read("answers.yaml", answers, DesignRecord.Kind.ANSWERS);

    String text = RecordWriter.apply("", RecordWriter.values(given.declarations()));

    Map<String, String> expected = new TreeMap<>(Map.of("schema", "1"));
    given.declarations().all().forEach((path, said) -> expected.put(path, said.text()));
    Map<String, String> written = new TreeMap<>();
    DesignRecord.Reading read = DesignRecord.read("r.yaml", text, DesignRecord.Kind.RECORD);
    read.declarations().all().forEach((path, said) -> written.put(path, said.text()));
    assertThat(given.problems()).isEmpty();
    assertThat(read.problems()).isEmpty();
    assertThat(written).isEqualTo(expected);
  }

  @Test
  void replaces_a_value_and_nothing_else() {
    assertThat(apply(RECORD, "data.orders.reads", "stale-at-most 2s"))
        .isEqualTo(RECORD.replace("reads: latest   #", "reads: {stale-at-most: 2s}   #"));
    assertThat(apply(RECORD, "data.catalog.reads", "stale-at-most 9s"))
        .isEqualTo(RECORD.replace("stale-at-most: 5s", "stale-at-most: 9s"));
    assertThat(apply(RECORD, "data.catalog.reads", "any"))
        .isEqualTo(RECORD.replace("{stale-at-most: 5s}", "any"));
    assertThat(apply(RECORD, "sharding.because", "no: one is enough"))
        .isEqualTo(
            RECORD.replace(
                "|\n    One node suffices.\n\n    Until 2028.", "\"no: one is enough\""));
    assertThat(apply(RECORD, "data.orders.stores", "a, b"))
        .isEqualTo(RECORD.replace("- orders-db ", "- a\n      - b "));
  }

  @Test
  void inserts_fields_and_sections_where_they_belong() {
    assertThat(apply(RECORD, "data.orders.else", "latency"))
        .isEqualTo(RECORD.replace("refuse\n", "refuse\n    else: latency\n"));
    assertThat(apply(RECORD, "data.catalog.partition", "serve"))
        .isEqualTo(RECORD.replace("5s}, rto", "5s}, partition: serve, rto"));
    assertThat(apply(RECORD, "data.catalog.stores", "cache"))
        .isEqualTo(RECORD.replace("{reads: {", "{stores: [cache], reads: {"));
    assertThat(apply(RECORD, "system.latency.p50", "20ms"))
        .isEqualTo(RECORD.replace("{name: shop}", "{name: shop, latency: {p50: 20ms}}"));
    assertThat(apply(RECORD, "data.carts.reads", "any"))
        .isEqualTo(RECORD.replace("rto: 60s}\n", "rto: 60s}\n  carts:\n    reads: any\n"));
    assertThat(apply(RECORD, "consensus.protocol", "raft"))
        .isEqualTo(RECORD.replace("rto: 60s}\n", "rto: 60s}\n\nconsensus:\n  protocol: raft\n"));
    assertThat(apply(RECORD, "leaders.\"a.b\".purpose", "efficiency"))
        .isEqualTo(
            RECORD.replace(
                "leaders: {}  # nobody leads\n",
                "leaders:   # nobody leads\n  a.b:\n    purpose: efficiency\n"));
    assertThat(apply(RECORD, "experiments", "isolate the leader, stop zone b"))
        .isEqualTo(RECORD + "- name: stop zone b\n");
    assertThat(apply(RECORD, "experiments.0.must-hold", "no write is lost"))
        .isEqualTo(RECORD + "  must-hold: no write is lost\n");
  }

  @Test
  void begins_a_record_and_notes_who_decided() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("data.orders.reads", "latest");
    values.put("system.name", "shop");
    values.put("operations", "reserve-stock on orders, show-catalog");

    assertThat(RecordWriter.apply("", values, TEAM))
        .isEqualTo(
            RecordWriter.HEAD
                + """
                system:
                  name: shop
                data:
                  orders:
                    reads: latest
                operations:
                  reserve-stock:
                    data: orders
                  show-catalog: {}
                decided:
                  data.orders.reads: {by: team-orders, on: 2026-01-31, from: answered}
                  operations: {by: team-orders, on: 2026-01-31, from: answered}
                """);
  }

  @Test
  void notes_what_a_new_decision_replaces() {
    String once = RecordWriter.apply(RECORD, Map.of("data.orders.partition", "serve"), TEAM);

    assertThat(once)
        .isEqualTo(
            RECORD.replace("partition: refuse", "partition: serve")
                + "\ndecided:\n  data.orders.partition: {by: team-orders, on: 2026-01-31, from:"
                + " answered, replaces: refuse}\n");
    assertThat(RecordWriter.apply(once, Map.of("data.orders.partition", "refuse"), TEAM))
        .isEqualTo(
            once.replace("partition: serve", "partition: refuse")
                .replace("replaces: refuse", "replaces: serve"));
  }

  @Test
  void what_is_already_there_changes_no_byte() {
    for (String text : List.of(RECORD, RECORD.replace("\n", "\r\n"), "\uFEFF" + RECORD)) {
      assertThat(
              RecordWriter.apply(
                  text,
                  Map.of(
                      "data.orders.stores", "orders-db",
                      "data.catalog.reads", "stale-at-most 5s",
                      "sharding.strategy", "none",
                      "experiments", "isolate the leader"),
                  TEAM))
          .isEqualTo(text);
    }
  }

  @Test
  void keeps_line_ends_and_letters_beyond_the_basic_plane() {
    String text = "# \uD83D\uDE80\r\nschema: 1\r\nsystem:\r\n  name: \"\uD83D\uDE80 shop\"  # x";

    assertThat(apply(text, "system.purpose", "\uD83D\uDE80: orders"))
        .isEqualTo(text + "\r\n  purpose: \"\uD83D\uDE80: orders\"\r\n");
    assertThat(apply(text, "system.name", "kiosk"))
        .isEqualTo(text.replace("\"\uD83D\uDE80 shop\"", "kiosk"));
  }

  @Test
  void quotes_what_yaml_would_take_for_something_else() {
    for (String value :
        List.of(
            "null",
            "yes",
            "1.0",
            "2026-01-01",
            "a: b",
            "a #b",
            "- a",
            "[a",
            "{a}",
            "\"a\"",
            "'a'",
            "a\nb",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "|",
            ">",
            "?",
            "a\\b",
            "a,b",
            "~",
            "…")) {
      String written = apply("", "system.purpose", value);
      assertThat(apply(written, "system.purpose", value)).isEqualTo(written);
      assertThat(apply("schema: 1\nsystem: {name: x}\n", "system.purpose", value))
          .startsWith("schema: 1\nsystem: {name: x, purpose: ");
    }
  }

  @Test
  void refuses_a_value_or_a_record_that_was_not_checked() {
    assertThatThrownBy(() -> apply(RECORD, "data.orders.rto", "60"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("data.orders.rto is '60'; write 60ms, or another unit: s, m, h, d");
    assertThatThrownBy(() -> apply("sytem: {}\n", "data.orders.rto", "60s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the record:1: there is no section 'sytem'; did you mean system?");
  }

  private static String apply(String text, String path, String value) {
    return RecordWriter.apply(text, Map.of(path, value));
  }
}
