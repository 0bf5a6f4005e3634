package godmode.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.GuardKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTableTest {
  private static Map<String, Drawn> rows() {
    Map<String, Drawn> rows = new LinkedHashMap<>();
    data(rows);
    conflicts(rows);
    copies(rows);
    guards(rows);
    flows(rows);
    rows.put("no-sharding", new Drawn().database(1).says("load.size", "small"));
    rows.put(
        "monotonic-key",
        new Drawn().database(1).says("sharding.key", "created", "sharding.key-order", "monotonic"));
    rows.put(
        "skewed-key",
        new Drawn()
            .database(1)
            .says(
                "sharding.key", "tenant",
                "sharding.key-values", "few",
                "load.largest-key-share", "20%"));
    return rows;
  }

  private static Drawn refusing(int members) {
    return new Drawn().database(members).says("data.orders.partition", "refuse");
  }

  private static void data(Map<String, Drawn> rows) {
    rows.put("one-copy", new Drawn().database(1).says("data.orders.partition", "single-copy"));
    rows.put(
        "invariant",
        refusing(3)
            .says(
                "data.orders.reads", "latest",
                "operations.reserve.data", "orders",
                "operations.reserve.consistency", "linearizable"));
    rows.put("latest", refusing(3).says("data.orders.reads", "latest"));
    rows.put("bounded", refusing(3).says("data.orders.reads", "stale-at-most 5s"));
  }

  private static Drawn serving(String strategy) {
    return new Drawn()
        .database(3)
        .says("data.orders.partition", "serve", "data.orders.conflicts.strategy", strategy);
  }

  private static void conflicts(Map<String, Drawn> rows) {
    rows.put("merge", serving("crdt"));
    rows.put("home-region", serving("home-region"));
    rows.put("last-writer", serving("last-writer-wins"));
    rows.put("clocks", serving("last-writer-wins").says("clocks.synchronised", "unknown"));
  }

  private static void copies(Map<String, Drawn> rows) {
    rows.put("majority", refusing(3).says("survives.failures", "1", "survives.domain", "node"));
    rows.put(
        "wide-area",
        refusing(3)
            .says(
                "survives.failures", "1",
                "survives.domain", "region",
                "survives.round-trip", "80ms"));
    rows.put(
        "two-sites",
        refusing(3)
            .says(
                "survives.failures", "1",
                "survives.domain", "zone",
                "consensus.zones.0", "a",
                "consensus.zones.1", "b"));
    rows.put("rpo-zero", refusing(3).says("data.orders.rpo", "0s"));
    rows.put(
        "rpo-some",
        refusing(3).says("data.orders.rpo", "5s", "stores.orders-db.failover", "automatic"));
  }

  private static Drawn lock(String... said) {
    return new Drawn().database(1).guard(GuardKind.LOCK, "stock-lock").says(said);
  }

  private static void guards(Map<String, Drawn> rows) {
    rows.put("efficiency-lock", lock("locks.stock-lock.purpose", "efficiency"));
    rows.put(
        "fenced-lock",
        lock("locks.stock-lock.purpose", "correctness", "locks.stock-lock.resource", "can-check"));
    rows.put(
        "invariant-in-store",
        lock(
            "locks.stock-lock.purpose", "correctness",
            "locks.stock-lock.resource", "cannot-check"));
    rows.put(
        "fenced-leader",
        new Drawn()
            .database(1)
            .guard(GuardKind.LEADER, "billing")
            .says("leaders.billing.two-at-once", "corruption"));
    rows.put(
        "plain-leader",
        new Drawn()
            .database(1)
            .guard(GuardKind.LEADER, "billing")
            .says("leaders.billing.two-at-once", "duplicates"));
  }

  private static Drawn writer(String after) {
    return new Drawn()
        .database(1)
        .kafka(3)
        .uses("order-service", "orders-db", ConnectionKind.DATA)
        .uses("order-service", "kafka", ConnectionKind.PUBLISH)
        .says("dual-writes.order-service.after-crash", after);
  }

  private static void flows(Map<String, Drawn> rows) {
    rows.put("queue", new Drawn().kafka(3).says("dependencies.kafka.when-down", "queue"));
    rows.put("stale", new Drawn().database(1).says("dependencies.prices.when-down", "stale"));
    rows.put("outbox", writer("both"));
    rows.put("saga", writer("first-may-be-undone"));
    rows.put("after-commit", writer("second-may-be-lost"));
    rows.put("inbox", new Drawn().kafka(3).says("messages.kafka.duplicates", "must-not"));
    rows.put("order-per-key", new Drawn().kafka(3).says("messages.kafka.order", "per-key"));
  }

  @Test
  void every_row_is_reached_and_says_what_why_and_what_else_was_looked_at() {
    List<String> reached = new ArrayList<>();
    rows()
        .forEach(
            (row, drawn) -> {
              List<Recommendation> found = DecisionTable.of(drawn.situation());
              assertThat(found).as(row).extracting(Recommendation::row).contains(row);
              for (Recommendation it : found) {
                assertThat(it.choice()).as(row).isNotBlank().doesNotEndWith(".");
                assertThat(it.because()).as(row).endsWith(".");
                assertThat(it.rejected()).as(row).isNotEmpty();
                assertThat(it.sources()).as(row).isNotEmpty();
              }
              reached.add(row);
            });
    assertThat(reached).containsExactlyInAnyOrderElementsOf(DecisionTable.ROWS);
  }

  @Test
  void nothing_follows_where_nothing_was_said() {
    assertThat(DecisionTable.of(new Drawn().database(3).kafka(3).situation())).isEmpty();
  }

  @Test
  void opposite_answers_lead_to_different_choices() {
    assertThat(choices(refusing(3).says("data.orders.reads", "latest")))
        .containsExactly("consistency-orders latest");
    assertThat(choices(serving("crdt"))).containsExactly("conflicts-orders merge");
  }

  private static List<String> choices(Drawn drawn) {
    return DecisionTable.of(drawn.situation()).stream()
        .map(it -> it.name() + " " + it.row())
        .toList();
  }

  private static String first(String row) {
    Drawn drawn = Optional.ofNullable(rows().get(row)).orElseThrow();
    return DecisionTable.of(drawn.situation()).get(0).choice();
  }

  @Test
  void numbers_are_those_of_the_design() {
    assertThat(first("wide-area"))
        .isEqualTo(
            "heartbeats of orders-db every 80 ms and elections after 800 ms; or one primary per"
                + " region");
    assertThat(first("skewed-key"))
        .isEqualTo("tenant and a second attribute, or buckets of it, as the key; at most 5 shards");
    assertThat(
            DecisionTable.of(refusing(5).says("survives.failures", "2").situation())
                .get(0)
                .choice())
        .isEqualTo("orders-db: 5 voters, no more than 2 in one node");
  }

  @Test
  void answers_that_exclude_each_other_are_found() {
    assertThat(
            Contradictions.of(
                new Drawn()
                    .database(3)
                    .says(
                        "data.orders.reads", "latest",
                        "data.orders.partition", "serve")
                    .situation()))
        .extracting(Contradictions.Contradiction::paths)
        .containsExactly(List.of("data.orders.reads", "data.orders.partition"));
    assertThat(
            Contradictions.of(
                serving("last-writer-wins").says("data.orders.rpo", "0s").situation()))
        .extracting(Contradictions.Contradiction::paths)
        .containsExactly(List.of("data.orders.rpo", "data.orders.conflicts.strategy"));
    assertThat(
            Contradictions.of(
                refusing(3)
                    .says(
                        "data.orders.reads", "any",
                        "operations.pay.data", "orders",
                        "operations.pay.consistency", "linearizable")
                    .situation()))
        .extracting(Contradictions.Contradiction::paths)
        .containsExactly(List.of("operations.pay.consistency", "data.orders.reads"));
  }

  @Test
  void one_copy_has_no_two_sides_that_could_contradict_each_other() {
    assertThat(
            Contradictions.of(
                new Drawn()
                    .database(1)
                    .says(
                        "data.orders.reads", "latest",
                        "data.orders.partition", "serve")
                    .situation()))
        .isEmpty();
  }
}
