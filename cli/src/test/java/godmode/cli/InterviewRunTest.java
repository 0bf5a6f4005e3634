package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sessions at a pseudo-terminal of 80 columns and 24 rows. */
class InterviewRunTest {
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
        prices: {image: "redis:7"}
      """;

  private static final String RECORD = ".godmode/shop.design.yaml";
  private static final String KEPT = ".godmode/cache/shop.session.yaml";
  private static final String ENTER = "\r";
  private static final String CTRL_C = "\003";
  private static final int QUESTIONS_MAX = 14;

  @TempDir private Path folder;

  private Repository shop(String name) throws IOException {
    return new Repository(folder.resolve(name)).with("compose.yaml", COMPOSE);
  }

  private static TypedSession typing(String typed, Repository repository, String... options)
      throws IOException {
    return TypedSession.on("xterm", typed, repository, options);
  }

  private static String enters(int count) {
    return ENTER.repeat(count);
  }

  private static long questions(String everything) {
    return everything.lines().filter(line -> line.matches("\\[\\d+ of about \\d+] .*")).count();
  }

  @Test
  void a_session_goes_from_nothing_to_a_verdict_in_few_questions() throws IOException {
    Repository shop = shop("shop");

    TypedSession ran = typing(enters(60), shop);

    assertThat(ran.err()).isEmpty();
    assertThat(questions(ran.everything())).isBetween(6L, (long) QUESTIONS_MAX);
    assertThat(ran.out()).contains("Verdict: ").doesNotContain("Verdict: OPEN QUESTIONS");
    assertThat(shop.text(RECORD))
        .contains("    reads: latest\n    partition: single-copy\n")
        .contains("data.records.reads: {by: team, on: 2026-11-21, from: defaulted");
    assertThat(shop.path(KEPT)).doesNotExist();
    assertThat(ran.everything())
        .contains("Where the design stands")
        .contains("KEEP     cap")
        .contains("What happens while each of these is down? Correct what is");
    assertThat(ran.screen().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(ran.screen().split("(?m)^\\[\\d+ of about \\d+] "))
        .hasSizeGreaterThan(6)
        .as("each question and the answer to it")
        .satisfies(
            screens ->
                assertThat(List.of(screens).subList(1, screens.length))
                    .allSatisfy(screen -> assertThat(screen).containsPattern("\n    > \\S")));
  }

  @Test
  void a_second_session_asks_nothing_and_changes_no_byte_of_record_and_documents()
      throws IOException {
    Repository shop = shop("shop");
    typing(enters(60), shop);
    Map<String, String> before = texts(shop);

    TypedSession again = typing("", shop);

    Map<String, String> after = texts(shop);
    before.remove(".godmode/distributed-results.tsv");
    after.remove(".godmode/distributed-results.tsv");
    assertThat(questions(again.everything())).isZero();
    assertThat(after).isEqualTo(before);
  }

  private static Map<String, String> texts(Repository repository) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(repository.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(repository.root().relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void stopped_at_any_key_and_resumed_it_leaves_the_same_record() throws IOException {
    Repository whole = shop("whole");
    typing(enters(60), whole);
    String expected = whole.text(RECORD);
    int stops = 0;
    for (int keys = 1; keys < 16; keys++) {
      Repository shop = shop("stopped-" + keys);
      TypedSession stopped = typing(enters(keys) + CTRL_C, shop);
      if (stopped.code() == ExitCode.INTERRUPTED.value()) {
        stops++;
        assertThat(shop.path(RECORD)).doesNotExist();
        assertThat(stopped.err()).startsWith("godmode: stopped; ");

        TypedSession resumed = typing(enters(60), shop);

        assertThat(resumed.err()).isEmpty();
      }
      assertThat(sorted(shop.text(RECORD)))
          .as("after %d keys", keys)
          .containsExactlyElementsOf(sorted(expected));
    }
    assertThat(stops).isGreaterThan(10);
  }

  private static List<String> sorted(String record) {
    return record.lines().sorted().toList();
  }

  @Test
  void a_resumed_session_starts_where_it_stopped_and_can_begin_anew() throws IOException {
    Repository shop = shop("shop");
    TypedSession stopped = typing(enters(4) + CTRL_C, shop);
    assertThat(stopped.everything()).contains("[3 of about ");
    assertThat(shop.text(KEPT)).contains("partition: single-copy");

    assertThat(typing(CTRL_C, shop).everything())
        .contains("[3 of about ")
        .doesNotContain("[1 of about ");
    assertThat(typing(CTRL_C, shop, "--restart").everything()).contains("[1 of about ");
  }

  @Test
  void the_record_of_a_session_is_an_answers_file_that_gives_the_same_record() throws IOException {
    Repository typed = shop("typed");
    typing(enters(60), typed);
    Repository given = shop("given");
    String answers = beforeDecided(typed.text(RECORD));
    given.with("answers.yaml", answers);

    Repository.Run run =
        given.design("--answers", given.path("answers.yaml").toString(), "--no-input");

    assertThat(run.err()).isEmpty();
    assertThat(given.text(RECORD)).isEqualTo(answers);
  }

  @Test
  void the_report_after_a_session_does_not_repeat_what_its_first_screen_showed()
      throws IOException {
    Repository shop = shop("shop");

    TypedSession ran = typing(enters(60), shop);

    assertThat(ran.out())
        .containsOnlyOnce("\nServices\n")
        .containsOnlyOnce("\nConnections\n")
        .containsOnlyOnce("Nothing that was looked at stayed unread.")
        .containsOnlyOnce("\nChecklist\n")
        .containsOnlyOnce("\nVerdict: ");
    assertThat(typing("", shop).out()).contains("\nServices\n").contains("\nVerdict: ");
  }

  @Test
  void what_stderr_says_is_no_wider_than_the_terminal() throws IOException {
    Repository shop = shop("shop");

    TypedSession left = typing("q", shop);
    TypedSession stopped = typing(enters(4) + CTRL_C, shop);

    assertThat(left.err())
        .startsWith(
            "godmode: nothing was designed or written: how the data behaves in a partition");
    assertThat(stopped.err()).startsWith("godmode: stopped; the design record is as it was.");
    assertThat(left.err().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(stopped.err().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  private static String beforeDecided(String record) {
    return record.substring(0, record.indexOf("decided:"));
  }

  @Test
  void on_a_dumb_terminal_nothing_is_redrawn() throws IOException {
    Repository plain = shop("plain");

    TypedSession ran =
        TypedSession.on(
            "dumb",
            enters(60),
            plain,
            "--set",
            "messages.rabbitmq.duplicates=must-not",
            "--set",
            "messages.rabbitmq.order=per-key");

    assertThat(ran.everything()).doesNotContain("\033");
    assertThat(ran.everything())
        .contains("Enter takes latest: a database is where the truth is kept");
    assertThat(plain.text(RECORD)).contains("partition: single-copy");
  }

  @Test
  void on_a_terminal_that_could_plain_redraws_nothing_and_gives_the_same_record()
      throws IOException {
    Repository keyed = shop("keyed");
    typing(enters(60), keyed);
    Repository plain = shop("plain");

    TypedSession ran =
        typing(enters(60), plain, "--plain", "--set", "messages.rabbitmq.order=per-key");

    assertThat(ran.redrawn()).as("lines moved back to").isZero();
    assertThat(ran.everything()).contains("A number, or typing.");
    assertThat(plain.text(RECORD)).contains("partition: single-copy").contains("order: per-key");
    assertThat(ran.out()).doesNotContain("\033");
  }

  @Test
  void what_rested_on_a_changed_answer_is_marked_and_asked_again_and_then_clean()
      throws IOException {
    Repository shop = shop("shop");
    typing(enters(60), shop);

    shop.design("--no-input", "--set", "data.records.partition=refuse");
    String marked = shop.text(RECORD);
    TypedSession again = typing(enters(30), shop);

    assertThat(stale(shop.text(RECORD))).as(again.everything() + again.err()).isEmpty();
    assertThat(marked)
        .contains("stale: data.records.partition was single-copy and is refuse")
        .contains("replaces: single-copy");
    assertThat(again.everything()).contains("[1 of about ");
    assertThat(questions(typing("", shop).everything())).isZero();
  }

  private static List<String> stale(String record) {
    return record.lines().filter(line -> line.contains("stale:")).toList();
  }

  @Test
  void another_session_on_the_same_system_is_refused() throws IOException {
    Repository shop = shop("shop");
    Files.createDirectories(shop.path(".godmode/cache"));
    try (var channel =
            java.nio.channels.FileChannel.open(
                shop.path(".godmode/cache/shop.lock"),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();

      TypedSession ran = typing(enters(60), shop);

      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err())
          .isEqualTo(
              "godmode: another session is designing shop here; finish it first (it holds"
                  + " .godmode/cache/shop.lock)\n");
    }
  }

  @Test
  void where_nothing_can_be_written_nobody_is_asked_for_nothing() throws IOException {
    Repository shop = shop("shop").with(".godmode/cache", "a file in the way\n");

    TypedSession ran = typing(enters(60), shop);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("cannot write below").contains("--dry-run");
    assertThat(questions(ran.everything())).isZero();
  }

  @Test
  void answers_that_exclude_each_other_are_refused_and_nothing_is_lost() throws IOException {
    Repository shop = shop("shop");

    Repository.Run run =
        shop.design(
            "--no-input",
            "--set",
            "operations.pay.data=records",
            "--set",
            "operations.pay.consistency=linearizable",
            "--set",
            "data.records.reads=any",
            "--set",
            "data.records.partition=single-copy");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "godmode: pay is to be linearizable, and reads of records may be old (any). Change"
                + " operations.pay.consistency or data.records.reads.\n");
    assertThat(shop.path(RECORD)).doesNotExist();
  }

  @Test
  void the_template_holds_every_question_and_counts_as_nothing_until_it_is_filled_in()
      throws IOException {
    Repository shop = shop("shop");
    Repository.Run printed = shop.design("--answers-template");
    shop.with("template.yaml", printed.out());
    String filled = printed.out().replaceAll("(?m)^( *)#([^ ])", "$1$2");
    shop.with("filled.yaml", filled);

    Repository.Run empty =
        shop.design("--answers", shop.path("template.yaml").toString(), "--no-input", "--dry-run");
    Repository.Run full =
        shop.design("--answers", shop.path("filled.yaml").toString(), "--no-input", "--dry-run");

    assertThat(printed.code()).isZero();
    assertThat(empty.code()).isEqualTo(3);
    assertThat(full.err()).isEmpty();
    assertThat(full.out()).doesNotContain("Verdict: OPEN QUESTIONS");
  }

  @Test
  void opposite_answers_give_other_choices_findings_and_documents() throws IOException {
    Repository careful = shop("careful");
    Repository carefree = shop("carefree");
    List<String> both =
        List.of(
            "--no-input",
            "--set",
            "data.cache.reads=any",
            "--set",
            "data.cache.partition=single-copy",
            "--set",
            "data.events.reads=latest",
            "--set",
            "data.events.partition=single-copy");
    List<String> one = new ArrayList<>(both);
    one.addAll(
        List.of(
            "--set",
            "data.records.reads=latest",
            "--set",
            "data.records.partition=refuse",
            "--set",
            "dual-writes.order-service.after-crash=both",
            "--set",
            "messages.rabbitmq.duplicates=must-not"));
    List<String> other = new ArrayList<>(both);
    other.addAll(
        List.of(
            "--set",
            "data.records.reads=any",
            "--set",
            "data.records.partition=single-copy",
            "--set",
            "dual-writes.order-service.after-crash=second-may-be-lost",
            "--set",
            "messages.rabbitmq.duplicates=harmless"));

    Repository.Run first = careful.design(one.toArray(String[]::new));
    Repository.Run second = carefree.design(other.toArray(String[]::new));

    assertThat(first.out()).contains("single-copy  orders-db");
    assertThat(second.out()).doesNotContain("single-copy  orders-db");
    assertThat(careful.text("docs/distributed/shop-architecture.md"))
        .contains("a transactional outbox in order-service")
        .contains("note each message id");
    assertThat(carefree.text("docs/distributed/shop-architecture.md"))
        .contains("order-service publishes after its commit")
        .doesNotContain("note each message id");
  }
}
