package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions without a terminal: what is not known, what is open, and records of other versions. */
class AnswersRunTest {
  private static final String COMPOSE =
      """
      name: shop
      services:
        order-service:
          image: acme/order-service:1
          environment:
            DATABASE_URL: "postgresql://orders-db:5432/orders"
            RABBITMQ_HOST: rabbitmq
          depends_on: [rabbitmq]
        orders-db: {image: "postgres:17"}
        rabbitmq: {image: "rabbitmq:4"}
      """;

  private static final String GATE =
      """
      data:
        records: {reads: latest, partition: single-copy}
        events: {reads: latest, partition: single-copy}
      """;

  private static final String RECORD = ".godmode/shop.design.yaml";

  @TempDir private Path folder;

  private Repository shop() throws IOException {
    return new Repository(folder.resolve("shop")).with("compose.yaml", COMPOSE);
  }

  private static Repository.Run answering(Repository shop, String answers, String... options)
      throws IOException {
    shop.with("answers.yaml", answers);
    List<String> all =
        new ArrayList<>(List.of("--answers", shop.path("answers.yaml").toString(), "--no-input"));
    all.addAll(Arrays.asList(options));
    return shop.design(all.toArray(String[]::new));
  }

  @Test
  void what_nobody_knows_is_the_safe_value_and_an_open_risk_and_stays_so() throws IOException {
    Repository shop = shop();
    String answers =
        GATE
            + """
            operations: dont-know
            messages: {rabbitmq: {duplicates: dont-know, order: don't know}}
            load: {size: dont-know}
            """;

    Repository.Run run = answering(shop, answers, "--set", "data.records.rpo=dont-know");
    String record = shop.text(RECORD);
    answering(shop, answers, "--set", "data.records.rpo=dont-know");

    assertThat(run.err()).doesNotContain("is not asked").doesNotContain("load.size");
    assertThat(record)
        .contains("    duplicates: must-not\n")
        .contains("    order: per-key\n")
        .contains("  size: small\n")
        .contains("    rpo: 0s\n")
        .contains("  load.size: {by: team, on: 2026-11-21, from: assumed}\n")
        .contains("  data.records.rpo: {by: team, on: 2026-11-21, from: assumed}\n");
    assertThat(shop.text(RECORD)).isEqualTo(record);
    assertThat(shop.text("docs/distributed/shop-architecture.md")).contains("assumed");
  }

  @Test
  void cap_cannot_be_left_to_a_safe_value() throws IOException {
    Repository shop = shop();

    Repository.Run file = answering(shop, "data: {records: {reads: dont-know}}\n");
    Repository.Run set = shop.design("--set", "data.records.partition=dont-know", "--no-input");

    assertThat(file.code()).isEqualTo(2);
    assertThat(file.err())
        .endsWith(
            "answers.yaml:1: data.records.reads cannot be left to a safe value: CAP is what"
                + " everything else rests on. Write latest, any, or 'stale-at-most 5s'\n");
    assertThat(set.code()).isEqualTo(2);
    assertThat(set.err())
        .isEqualTo(
            "godmode: --set data.records.partition=dont-know cannot be left to a safe value: CAP"
                + " is what everything else rests on. Write refuse, serve or single-copy\n");
    assertThat(shop.path(RECORD)).doesNotExist();
  }

  @Test
  void where_nothing_is_asked_nothing_is_assumed_and_that_is_said() throws IOException {
    Repository.Run run =
        answering(shop(), GATE + "clocks: {synchronised: dont-know}\n", "--dry-run");

    assertThat(run.err())
        .contains("clocks.synchronised is not asked here, so nothing was assumed for it\n");
  }

  @Test
  void a_field_that_does_not_exist_is_no_better_known() throws IOException {
    Repository.Run run = shop().design("--set", "load.sise=dont-know", "--no-input");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean load.size?");
  }

  @Test
  void without_a_person_whatever_the_interview_would_ask_is_open_until_it_is_said()
      throws IOException {
    Repository shop = shop();
    String decided =
        GATE
            + """
            operations: {change-order: {data: records, consistency: linearizable}}
            sharding: {strategy: none}
            partition-plan: {detection: a, during: b, healing: c, after: d}
            experiments: [{name: kill it}]
            """;
    Repository.Run open = answering(shop, decided, "--fail-on", "never", "--dry-run");
    Repository.Run validated = shop.validate("--fail-on", "never");
    String rest =
        """
        data: {records: {rpo: 1d, rto: dont-know}, events: {rpo: 0s, rto: 1m}}
        dependencies: {orders-db: {when-down: fail}, rabbitmq: {when-down: dont-know}}
        dual-writes: {order-service: {after-crash: both}}
        messages: {rabbitmq: {duplicates: harmless, order: any}}
        """;
    Repository.Run answered =
        answering(
            shop,
            decided.substring(GATE.length())
                + rest.replace("rpo: 1d", "reads: latest, partition: single-copy, rpo: 1d")
                    .replace("rpo: 0s", "reads: latest, partition: single-copy, rpo: 0s"),
            "--fail-on",
            "never",
            "--dry-run");

    assertThat(open.code()).isEqualTo(3);
    assertThat(open.err())
        .contains("  --set data.records.rpo=0s\n")
        .contains("  --set dependencies.rabbitmq.when-down=fail|stale|queue|degrade\n")
        .contains("  --set messages.rabbitmq.order=per-key|any\n")
        .endsWith("godmode: =dont-know takes the safe value and notes an open risk\n");
    assertThat(validated.code()).isZero();
    assertThat(answered.err()).isEmpty();
    assertThat(answered.code()).isZero();
  }

  @Test
  void a_draft_that_an_answers_file_accepts_stands_in_the_record_and_is_made_once()
      throws IOException {
    Repository shop = shop();
    String reviewed =
        GATE
            + """
            dependencies: {orders-db: {when-down: fail}}
            failure-modes:
              orders-db: {reviewed: accepted, rto: 10m}
              rabbitmq: {reviewed: skipped}
            experiments: [{name: kill orders-db while clients write}]
            """;
    answering(shop, reviewed, "--set", "failure-modes.order-service.reviewed=dont-know");
    String record = shop.text(RECORD);
    shop.with(RECORD, record.replaceFirst("    recovery: .*\\n", ""));
    answering(shop, reviewed);

    assertThat(record)
        .contains("  orders-db:\n    impact: order-service answers with an error\n")
        .contains("    recovery: its container is started again\n")
        .contains("    rto: 10m\n")
        .contains("    command: docker compose kill orders-db;")
        .contains("  rabbitmq:\n    reviewed: skipped\n")
        .contains("failure-modes.order-service.reviewed: {by: team, on: 2026-11-21, from: assumed");
    assertThat(shop.text(RECORD)).doesNotContain("    recovery: ");
  }

  @Test
  void a_record_of_the_first_version_is_taken_over_with_its_comments() throws IOException {
    Repository shop = shop();
    answering(shop, GATE);
    String now = shop.text(RECORD);
    String first = now.replace("schema: 1\n", "") + "# the end\n";
    shop.with(RECORD, first);

    Repository.Run validated = Repository.run("distributed", shop.root().toString(), "--validate");
    assertThat(shop.text(RECORD)).isEqualTo(first);
    Repository.Run designed = shop.design("--no-input");

    String said =
        "godmode: .godmode/shop.design.yaml is of schema 0 and was read as schema 1; a design that"
            + " is written has the new form, with comments and order kept\n";
    assertThat(validated.err()).isEqualTo(said);
    assertThat(designed.err()).startsWith(said);
    assertThat(shop.text(RECORD)).isEqualTo("schema: 1\n" + first);
    assertThat(shop.design("--no-input").err()).doesNotContain("schema");
  }

  @Test
  void a_newer_record_is_left_alone() throws IOException {
    Repository shop = shop();
    shop.with(RECORD, "schema: 7\nhorizons: {}\n");

    Repository.Run run = answering(shop, GATE);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "godmode: .godmode/shop.design.yaml:1: schema is 7, and this godmode knows versions up"
                + " to 1; update godmode. The file stays as it is\n");
    assertThat(shop.text(RECORD)).isEqualTo("schema: 7\nhorizons: {}\n");
    assertThat(shop.path("docs")).doesNotExist();
  }
}
