package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.record.DesignRecord.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesignRecordTest {

  @Test
  void knows_the_line_and_column_of_every_value() {
    assertThat(
            declared(
                """
                schema: 1
                system: {name: shop, availability: 99.95%, latency: {p50: 20ms}}
                data:
                  orders:
                    stores: [orders-db, archive]
                    reads: {stale-at-most: 5s}
                operations:
                  reserve-stock: {}
                experiments:
                  - name: isolate the leader
                sharding: {strategy: none, key: null}
                """))
        .containsExactly(
            "r.yaml:1:9 schema = 1",
            "r.yaml:2:16 system.name = shop",
            "r.yaml:2:36 system.availability = 99.95%",
            "r.yaml:2:59 system.latency.p50 = 20ms",
            "r.yaml:5:14 data.orders.stores.0 = orders-db",
            "r.yaml:5:25 data.orders.stores.1 = archive",
            "r.yaml:6:28 data.orders.reads = stale-at-most 5s",
            "r.yaml:8:18 operations.reserve-stock = ",
            "r.yaml:10:11 experiments.0.name = isolate the leader",
            "r.yaml:11:22 sharding.strategy = none");
  }

  @Test
  void reads_the_shape_that_is_published() {
    assertThat(
            problems(
                """
                schema: 1
                system: {name: shop, purpose: takes orders, topology: single-region, availability: 99.95%, latency: {p50: 20ms, p99: 200ms}}
                data:
                  orders: {stores: [orders-db], reads: latest, partition: refuse, else: consistency, rpo: 0s, rto: 60s, because: money}
                  catalog: {stores: [catalog-cache], reads: {stale-at-most: 5s}, partition: serve, conflicts: {strategy: last-writer-wins, because: …}}
                operations:
                  reserve-stock: {data: orders, consistency: linearizable, duplicates: idempotency-key}
                stores:
                  orders-db: {technology: postgresql, replication: {style: single-leader, mode: synchronous, copies: 3}, failover: automatic}
                consensus: {protocol: raft, members: 3, zones: [a, b, c], because: …}
                locks: {stock-lock: {purpose: correctness, mechanism: etcd, fencing: {token: revision, checked-by: orders-db}}}
                leaders: {}
                sharding: {strategy: none, because: one node suffices until 2028, key: null}
                partition-plan: {detection: …, during: …, healing: …, after: …}
                failure-modes: {kafka: {impact: …, detection: …, recovery: …, rto: 5m, rpo: 0s}}
                experiments: [{name: isolate the leader}]
                decided: {orders.partition: {by: team-orders, on: 2026-01-01, from: answered, replaces: …}}
                """))
        .isEmpty();
  }

  @Test
  void names_everything_that_is_wrong_and_not_only_the_first() {
    assertThat(
            problems(
                """
                schema: one
                sytem: {name: shop}
                system: {latency: {p50: 20, p99: fast}, availability: 99.95}
                data:
                  orders: {reads: newest, partition: refus, partition: serve, stores: orders-db}
                  catalog: {reads: {stale-at-most: 5}}
                stores:
                  orders-db: {reads: latest, read-quorum: two, write-quorum: "2"}
                locks: []
                experiments: [{duration: 60s}]
                decided: {data.orders.partitoin: {by: me}}
                """))
        .containsExactly(
            "r.yaml:1: schema is 'one'; this godmode reads schema 1: write 1, or update godmode",
            "r.yaml:2: there is no section 'sytem'; did you mean system?",
            "r.yaml:3: system.latency.p50 is '20'; write 20ms, or another unit: s, m, h, d",
            "r.yaml:3: system.latency.p99 is 'fast'; write a whole number and its unit: 20ms, 5s,"
                + " 10m, 1h, 2d",
            "r.yaml:3: system.availability is '99.95'; write 99.95%",
            "r.yaml:5: data.orders.reads is 'newest'; write latest, any, or {stale-at-most: 5s}"
                + " with a duration",
            "r.yaml:5: data.orders.partition is 'refus'; did you mean refuse? write one of refuse,"
                + " serve, single-copy",
            "r.yaml:5: data.orders.partition is written twice; keep one of them",
            "r.yaml:5: data.orders.stores is 'orders-db'; write a list: [orders-db]",
            "r.yaml:6: data.catalog.reads.stale-at-most is '5'; write 5ms, or another unit: s, m,"
                + " h, d",
            "r.yaml:8: stores.orders-db has no field 'reads'; it belongs to data.NAME.reads",
            "r.yaml:8: stores.orders-db.read-quorum is 'two'; write a whole number from 1 to 10000",
            "r.yaml:8: stores.orders-db.write-quorum is a text; write 2 without quotes",
            "r.yaml:9: locks is a list; write fields below it, as in 'orders: {…}'",
            "r.yaml:10: experiments.0.name is missing; add it",
            "r.yaml:11: decided names 'data.orders.partitoin', which is no field; did you mean"
                + " data.orders.partition?");
  }

  @Test
  void answers_may_say_that_nobody_knows_and_a_record_may_not() {
    String text = "load: {size: dont-know, peak-reads: 5}\noperations: don't know\n";

    DesignRecord.Reading answers = DesignRecord.read("a.yaml", text, Kind.ANSWERS);

    assertThat(answers.problems()).isEmpty();
    assertThat(answers.notKnown().toString())
        .isEqualTo("{load.size=a.yaml:1, operations=a.yaml:2}");
    assertThat(answers.declarations().all().keySet()).containsExactly("load.peak-reads");
    assertThat(problems("schema: 1\n" + text))
        .containsExactly(
            "r.yaml:2: load.size is 'dont-know'; write one of small, large",
            "r.yaml:3: operations is 'don't know'; write fields below it, as in 'orders: {…}'");
  }

  @Test
  void a_newer_version_is_one_problem_and_says_to_update() {
    assertThat(problems("schema: 2\nworlds: {}\n"))
        .containsExactly(
            "r.yaml:1: schema is 2, and this godmode knows versions up to 1; update godmode. The"
                + " file stays as it is");
  }

  @Test
  void wants_a_record_to_begin_and_no_schema_in_answers() {
    assertThat(problems("")).containsExactly("r.yaml:1: schema is missing; add 'schema: 1'");
    assertThat(DesignRecord.read("a.yaml", "system: {name: shop}\n", Kind.ANSWERS).problems())
        .isEmpty();
  }

  @Test
  void reads_answers_in_json_with_its_tabs_and_escapes() {
    DesignRecord.Reading answers =
        DesignRecord.read(
            "a.json",
            """
            {
            \t"data": {
            \t\t"orders": {"reads": "any", "because": "a\\/b \\\\"}
            \t}
            }
            """,
            Kind.ANSWERS);

    assertThat(answers.problems()).isEmpty();
    assertThat(answers.declarations().text("data.orders.reads")).contains("any");
    assertThat(answers.declarations().text("data.orders.because")).contains("a/b \\");
  }

  @Test
  void keeps_a_name_with_dots_together() {
    DesignRecord.Reading reading =
        DesignRecord.read(
            "a.yaml", "schedules: {orders.cleanup: {purpose: efficiency}}", Kind.ANSWERS);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.declarations().keys("schedules")).containsExactly("orders.cleanup");
    assertThat(reading.declarations().text("schedules.\"orders.cleanup\".purpose"))
        .contains("efficiency");
  }

  @Test
  void refuses_an_alias_bomb_at_its_first_anchor() {
    StringBuilder bomb = new StringBuilder("schema: 1\na0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(problems(bomb.toString()))
        .containsExactly("r.yaml:2: anchors and aliases are not read here; write the value out");
  }

  @Test
  void refuses_tags_depth_size_syntax_and_second_documents_with_their_line() {
    assertThat(problems("schema: 1\nsystem: !!javax.script.ScriptEngineManager {}\n"))
        .containsExactly("r.yaml:2: tags are not read here; leave out what begins with '!'");
    assertThat(problems("schema: 1\ndata: " + "[".repeat(60_000)))
        .containsExactly("r.yaml:2: more than 32 levels are nested here; nothing needs that");
    assertThat(problems("#" + "x".repeat(5_000_000)))
        .containsExactly("r.yaml:1: the file is larger than 5 MB; split it or shorten it");
    assertThat(problems("schema: 1\n---\nschema: 1\n"))
        .containsExactly("r.yaml:2: a second document begins here; keep one document in the file");
    assertThat(problems("schema: 1\nsystem: {name: shop\ndata: {}\n"))
        .containsExactly(
            "r.yaml:3: this is no valid YAML: expected ',' or '}', but got :; check indentation,"
                + " quotes and brackets here and in the line before");
    assertThat(problems("schema: 1\nsystem: {name: \"a\u0007\"}\n"))
        .containsExactly("r.yaml:2: this line holds a control character; take it out");
    assertThat(problems("just words\n"))
        .containsExactly(
            "r.yaml:1: the file is 'just words'; write fields below it, as in 'schema: …'");
  }

  private static List<String> problems(String text) {
    return DesignRecord.read("r.yaml", text, Kind.RECORD).problems().stream()
        .map(RecordProblem::toString)
        .toList();
  }

  private static List<String> declared(String text) {
    DesignRecord.Reading reading = DesignRecord.read("r.yaml", text, Kind.RECORD);
    assertThat(reading.problems()).isEmpty();
    return reading.declarations().all().entrySet().stream()
        .map(
            entry -> {
              var at = entry.getValue().origin().place().orElseThrow();
              return at
                  + ":"
                  + at.column()
                  + " "
                  + entry.getKey()
                  + " = "
                  + entry.getValue().text();
            })
        .toList();
  }
}
