package godmode.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.Environment;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Confidence;
import godmode.core.fact.Directness;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.report.ReportWriters;
import godmode.core.report.SourceLines;
import godmode.core.report.Style;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Finding;
import godmode.core.review.Ground;
import godmode.core.review.Missing;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import godmode.core.review.UndecidedRow;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final ReportRequest REQUEST =
      ReportRequest.WHOLE
          .afterReading(120)
          .with(
              open ->
                  open.path().endsWith(".purpose")
                      ? List.of("efficiency", "correctness")
                      : List.of())
          .having(List.of(".godmode/shop.design.yaml"));

  @Test
  void the_whole_report_reads_from_what_was_found_to_the_summary() throws IOException {
    Golden.matches("shop.txt", print(Shop.review(), REQUEST));
  }

  @Test
  void each_part_prints_its_facts_its_checklist_items_and_its_open_decisions() throws IOException {
    Golden.matches("shop.parts.txt", print(Shop.review(), REQUEST.forParts(parts())));
  }

  private static List<Part> parts() {
    return List.of(
        Part.CAP,
        Part.CONSENSUS,
        Part.LOCK,
        Part.SHARD,
        Part.CONSISTENCY,
        Part.LEADER,
        Part.PARTITION);
  }

  @Test
  void colour_changes_nothing_but_the_escape_sequences() throws IOException {
    String plain = print(Shop.review(), REQUEST);
    String painted = print(Shop.review(), REQUEST.in(Style.ANSI));

    assertThat(painted).contains("\u001b[31merror\u001b[0m");
    assertThat(painted.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void no_line_but_the_commit_message_is_wider_than_the_terminal() throws IOException {
    for (int columns : new int[] {60, 80, 120}) {
      assertThat(
              print(Shop.review(), REQUEST.wide(columns))
                  .lines()
                  .filter(line -> !line.startsWith("  distributed: "))
                  .filter(line -> Page.width(line) > columns))
          .as("%d columns", columns)
          .isEmpty();
    }
  }

  @Test
  void findings_that_say_the_same_of_several_subjects_are_read_once() {
    Page page = new Page(Style.PLAIN, 80);
    FindingText.print(
        List.of(
            alone("carts-db", Severity.WARNING, 4),
            alone("orders-db", Severity.WARNING, 9),
            alone("carts-db", Severity.INFO, 4),
            alone("orders-db", Severity.INFO, 9)),
        file -> List.of("services:", "", "", "  carts-db:", "    image: mongo"),
        page);

    assertThat(page.toString())
        .isEqualTo(
            """
            warning  single-copy  2 times                                confidence: certain
              carts-db has 1 member
                compose.yaml:4
                   4 | carts-db:
                     | ^^^^^^^^
              orders-db has 1 member
                compose.yaml:9
              why    While it restarts, everything waits.
              fix    Run 3 members of carts-db. The others likewise.
              see    godmode explain single-copy

            info  single-copy  2 times                                   confidence: certain
              carts-db has 1 member
                compose.yaml:4
                   4 | carts-db:
                     | ^^^^^^^^
              orders-db has 1 member
                compose.yaml:9
              see    above, or godmode explain single-copy
            """);
  }

  @Test
  void why_is_told_once() {
    Page page = new Page(Style.PLAIN, 80);
    FindingText.print(
        List.of(alone("db", Severity.WARNING, 4), alone("cache", Severity.INFO, 9)),
        SourceLines.NONE,
        page);

    assertThat(page.toString().lines().filter(line -> line.startsWith("  why")))
        .containsExactly("  why    While it restarts, everything waits.", "  why    As above.");
    assertThat(page.toString()).contains("  fix    Run 3 members of cache.");
  }

  @Test
  void a_large_group_shows_six_and_names_the_others() {
    Page page = new Page(Style.PLAIN, 80);
    List<Finding> stores =
        IntStream.rangeClosed(1, 22)
            .mapToObj(n -> alone("ts-store-" + n + "-db", Severity.WARNING, n))
            .toList();
    FindingText.print(stores, SourceLines.NONE, page);

    assertThat(page.toString())
        .startsWith("warning  single-copy  22 times  ")
        .contains(
            """
              ts-store-6-db has 1 member
                compose.yaml:6
              and 16 more: ts-store-7-db, ts-store-8-db, ts-store-9-db, ts-store-10-db,
              ts-store-11-db, ts-store-12-db, ts-store-13-db, ts-store-14-db,
            """)
        .doesNotContain("compose.yaml:7", "ts-store-7-db has");
    for (Finding store : stores) {
      assertThat(page.toString()).contains(store.subject());
    }

    Page seven = new Page(Style.PLAIN, 80);
    FindingText.print(stores.subList(0, 7), SourceLines.NONE, seven);
    assertThat(seven.toString()).contains("ts-store-7-db has 1 member").doesNotContain("more");
  }

  @Test
  void a_finding_with_many_places_shows_six_and_counts_the_others() {
    Page page = new Page(Style.PLAIN, 80);
    List<Ground> grounds =
        IntStream.rangeClosed(1, 9)
            .mapToObj(n -> new Place("k8s/" + n + ".yaml", n, 3))
            .map(at -> new Origin.Detected(at, "kubernetes", Directness.STATED))
            .map(origin -> new Ground("members = 1", origin))
            .toList();
    Finding one =
        new Finding(
            "single-copy",
            ChecklistItem.REPLICATION_TOPOLOGY,
            Severity.WARNING,
            Confidence.CERTAIN,
            "db",
            "db",
            "db has 1 member",
            "While it restarts, everything waits.",
            "Run 3 members of db.",
            List.of(Environment.DEFAULT),
            grounds,
            "f");

    FindingText.print(List.of(one), SourceLines.NONE, page);

    assertThat(page.toString())
        .contains(
            """
                     k8s/6.yaml:6  members = 1  (kubernetes)
                     and 3 more places
              why    While
            """
                .stripTrailing())
        .doesNotContain("k8s/7.yaml");
  }

  @Test
  void what_many_subjects_lack_is_told_once() {
    List<UndecidedRow> rows = new ArrayList<>();
    for (int n = 1; n <= 9; n++) {
      rows.add(lacking("db-" + n, Attributes.PERSISTENT, "no file shows a volume"));
    }
    for (int n = 1; n <= 5; n++) {
      rows.add(lacking("db", Attributes.MEMBERS, "reason " + n));
    }
    rows.add(lacking("db", Attributes.READS, "nobody said"));
    Page page = new Page(Style.PLAIN, 80);

    UndecidedText.print(rows, page);

    assertThat(page.toString())
        .isEqualTo(
            """

            Undecided for want of a fact
              volatile-store db-1, db-2, db-3, db-4, db-5, db-6 and 3 more: persistent, no
                file shows a volume; db: members, reason 1; db: members, reason 2; and 3
                more
            """);
  }

  private static UndecidedRow lacking(String subject, Attribute<?> attribute, String why) {
    return new UndecidedRow(
        "volatile-store",
        subject,
        List.of(Environment.DEFAULT),
        List.of(new Missing(subject, attribute, why)));
  }

  @Test
  void alternatives_that_do_not_fit_are_broken_behind_a_bar() {
    String setting = "data.records.conflicts=" + "last-write-wins|".repeat(5) + "merge";

    assertThat(Wrapped.beside("  --set", 8, setting, 80))
        .isEqualTo(
            """
              --set data.records.conflicts=last-write-wins|last-write-wins|last-write-wins|
                    last-write-wins|last-write-wins|merge
            """);
    assertThat(Wrapped.paragraph("short a|b", 80)).isEqualTo("short a|b\n");
  }

  private static Finding alone(String store, Severity severity, int line) {
    Origin origin =
        new Origin.Detected(new Place("compose.yaml", line, 3), "compose", Directness.STATED);
    return new Finding(
        "single-copy",
        ChecklistItem.REPLICATION_TOPOLOGY,
        severity,
        Confidence.CERTAIN,
        store,
        store,
        store + " has 1 member",
        "While it restarts, everything waits.",
        "Run 3 members of " + store + ".",
        List.of(Environment.DEFAULT),
        List.of(new Ground("members = 1", origin)),
        store + severity);
  }

  @Test
  void two_detectors_that_say_the_same_of_one_place_share_a_line() {
    Page page = new Page(Style.PLAIN, 80);
    Place at = new Place("compose.yaml", 56, 3);
    Finding twice =
        new Finding(
            "shared-database",
            ChecklistItem.OPERATION_CONSISTENCY,
            Severity.WARNING,
            Confidence.CERTAIN,
            "db",
            "db",
            "2 services use db",
            "Each can change what the other relies on.",
            "Let one own it.",
            List.of(Environment.DEFAULT),
            List.of(
                new Ground("database = shop", new Origin.Detected(at, "a", Directness.STATED)),
                new Ground("database = shop", new Origin.Detected(at, "b", Directness.STATED))),
            "f");

    FindingText.print(List.of(twice), SourceLines.NONE, page);

    assertThat(page.toString().lines().filter(line -> line.contains("compose.yaml")))
        .containsExactly("  where  compose.yaml:56  database = shop  (a, b)");
  }

  @Test
  void hostile_names_cannot_act_on_the_terminal() throws IOException {
    for (String name : Hostile.NAMES) {
      Review review = Shop.called(name);
      String text = print(review, REQUEST) + print(review, REQUEST.forParts(parts()));
      assertThat(text.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
          .as(name)
          .isEmpty();
      assertThat(text).as(name).doesNotContain("\u202e");
    }
  }

  @Test
  void a_name_with_a_line_end_stays_on_one_line() throws IOException {
    assertThat(print(Shop.called("two\nlines"), REQUEST))
        .contains("DISTRIBUTED SYSTEM: two\\nlines\n");
  }

  @Test
  void the_commit_message_is_the_one_of_the_contract() {
    assertThat(Summary.commitMessage(Shop.review()))
        .isEqualTo("distributed: shop -- linearizable, 1 shard, NEEDS REVISION");
  }

  @Test
  void the_formats_are_found_on_the_class_path() {
    assertThat(ReportWriters.onClassPath())
        .extracting(ReportWriter::format)
        .containsExactly(
            "checkstyle",
            "github",
            "gitlab",
            "html",
            "json",
            "junit",
            "markdown",
            "mermaid",
            "sarif",
            "text");
  }

  private static String print(Review review, ReportRequest request) throws IOException {
    StringBuilder out = new StringBuilder();
    new TextReport().write(review, request, out);
    return out.toString();
  }
}
