package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.cli.Repository.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateRunTest {
  @TempDir Path folder;

  @BeforeEach
  void shop() throws IOException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        name: shop
        services:
          orders: {image: "shop/orders:1", depends_on: [orders-db, stock-db]}
          orders-db: {image: "cassandra:5"}
          stock-db: {image: "postgres:17"}
          kafka: {image: "apache/kafka:4.0.0"}
        """);
  }

  private Run run(String... options) {
    List<String> args = new ArrayList<>(List.of("simulate"));
    args.addAll(List.of(options));
    args.add(1 < args.size() && !options[0].startsWith("-") ? 2 : 1, folder.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(err),
            new Godmode.Surroundings(Clock.systemUTC(), false, false, "team"),
            args.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  private static String[] quorums(String n, String r, String w, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "disjoint-quorums",
                "--on",
                "orders-db",
                "--with",
                "replication-factor=" + n,
                "--with",
                "read-quorum=" + r,
                "--with",
                "write-quorum=" + w));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  void a_schedule_that_goes_wrong_is_printed_and_exits_with_1() {
    Run run = run(quorums("3", "1", "2"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("disjoint-quorums on orders-db\n")
        .contains("   => orders shows v0, although v1 was acknowledged before the read began.\n")
        .contains("--replay 0.0.0.1.3\n");
  }

  @Test
  void what_holds_exits_with_0() {
    Run run = run(quorums("3", "2", "2"));

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Holds: every schedule within these bounds was tried, 40 states");
  }

  @Test
  void a_spent_budget_exits_with_3() {
    Run states = run(quorums("3", "2", "2", "--states", "5"));
    Run memory =
        plain(
            "simulate",
            "quorum-register",
            "--with",
            "nodes=5",
            "--with",
            "read=3",
            "--with",
            "write=3",
            "--with",
            "writes=2",
            "--with",
            "readers=2",
            "--with",
            "write-back=true",
            "--memory",
            "1");

    assertThat(states.code()).isEqualTo(3);
    assertThat(states.out())
        .contains("Not decided: the limit of states was reached, after 6 states;");
    assertThat(memory.code()).isEqualTo(3);
    assertThat(memory.out()).contains("Not decided: the limit of memory was reached, after ");
  }

  @Test
  void time_ends_a_search_that_would_take_longer() {
    AtomicLong now = new AtomicLong();
    Clock clock = new Hurried(now);
    StringWriter out = new StringWriter();
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            new Godmode.Surroundings(clock, false, false, "team"),
            "simulate",
            "two-phase-commit",
            "--with",
            "managers=7",
            "--with",
            "may-block=true",
            "--seconds",
            "3");

    assertThat(code).isEqualTo(3);
    assertThat(out.toString()).contains("Not decided: stopped after ");
  }

  /** A second passes whenever somebody looks. */
  private static final class Hurried extends Clock {
    private final AtomicLong now;

    Hurried(AtomicLong now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(now.incrementAndGet());
    }
  }

  @Test
  void a_schedule_is_gone_through_again() {
    Run whole = run(quorums("3", "1", "2", "--replay", "0.0.0.1.3"));
    Run part = run(quorums("3", "1", "2", "--replay", "0.0", "--format", "json"));
    Run none = run(quorums("3", "1", "2", "--replay", "9"));

    assertThat(whole.code()).isEqualTo(1);
    assertThat(whole.out()).contains("   => orders shows v0");
    assertThat(part.code()).isZero();
    assertThat(part.out()).contains("\"result\": \"nothing-wrong\"");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--replay 9 is no schedule of disjoint-quorums on orders-db");
  }

  @Test
  void what_cannot_be_is_refused_with_what_and_why() {
    assertRefused(
        "orders-db waits for 5 answers (read-quorum) of 3 copies", quorums("3", "5", "1"));
    assertRefused("orders-db has replication-factor = 0", quorums("0", "1", "1"));
    assertRefused("write a whole number", quorums("3", "two", "1"));
    assertRefused("no rule or model is named 'nope'; 'godmode simulate --list'", "nope");
    assertRefused("shared-database has no model", "shared-database");
    assertRefused("nothing is called 'cart' in shop", "single-copy", "--on", "cart");
    assertRefused(
        "the model of single-copy fits several; name one with --on: kafka, orders-db, stock-db",
        "single-copy");
    assertRefused(
        "the model of unfenced-lock has nothing to try on stock-db",
        "unfenced-lock",
        "--on",
        "stock-db");
    assertRefused(
        "--with nodes: nothing is known by that name", quorums("3", "1", "1", "--with", "nodes=3"));
    assertRefused(
        "no rule or model is named 'single-cpy'; did you mean single-copy?", "single-cpy");
    assertRefused("no rule or model is named 'sagas'; did you mean saga?", "sagas");
    assertRefused("a search takes 1 second at least", quorums("3", "1", "1", "--seconds", "0"));
    assertRefused("a search takes 1 megabyte at least", quorums("3", "1", "1", "--memory", "0"));
    assertRefused("a search looks at 1 state at least", quorums("3", "1", "1", "--states", "0"));
  }

  private void assertRefused(String message, String... options) {
    Run run = run(options);
    assertThat(run.err()).contains(message);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void nothing_to_analyse_exits_with_4() throws IOException {
    Files.delete(folder.resolve("compose.yaml"));

    assertThat(run("single-copy").code()).isEqualTo(4);
  }

  private static Run plain(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(err),
            new Godmode.Surroundings(Clock.systemUTC(), false, false, "team"),
            args);
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void a_model_of_its_own_needs_no_repository() {
    Run inversion = plain("simulate", "quorum-register", "--with", "readers=2");
    Run repaired =
        plain("simulate", "quorum-register", "--with", "readers=2", "--with", "write-back=true");

    assertThat(inversion.code()).isEqualTo(1);
    assertThat(inversion.out())
        .contains("=> Reader 2 shows v0, although v1 was shown to the other before it began.")
        .contains("godmode simulate quorum-register --with readers=2 --replay 0.0.");
    assertThat(repaired.code()).isZero();
    assertThat(repaired.out()).contains("2,794 states, and none goes");
  }

  @Test
  void a_model_refuses_numbers_that_cannot_be() {
    Run none = plain("simulate", "quorum-register", "--with", "nodes=0");
    Run above = plain("simulate", "quorum-register", "--with", "read=4");
    Run unknown = plain("simulate", "saga", "--with", "read=4");
    Run placed = plain("simulate", "saga", "--on", "orders-db");

    assertThat(List.of(none.code(), above.code(), unknown.code(), placed.code())).containsOnly(2);
    assertThat(none.err()).contains("quorum-register: of 0 nodes 2 answer reads");
    assertThat(above.err()).contains("quorum-register: of 3 nodes 4 answer reads");
    assertThat(unknown.err())
        .contains("saga: it has no read; it has steps, compensates, idempotent, losses");
    assertThat(placed.err()).contains("saga is no rule and needs no repository");
  }

  @Test
  void every_rule_and_model_that_can_be_run_is_listed() {
    Run run = plain("simulate", "--list");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines().map(String::strip))
        .contains(
            "disjoint-quorums",
            "saga              a transaction in steps, of which one may be refused");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(plain("simulate").code()).isEqualTo(2);
  }

  /** A real process gets a real signal while it searches. */
  @Test
  void ctrl_c_prints_what_there_is_and_exits_with_130() throws Exception {
    Process process =
        new ProcessBuilder(
                "env",
                "--default-signal=INT", // jobs in the background are started without it
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "godmode.cli.Godmode",
                "simulate",
                "quorum-register",
                "--with",
                "nodes=8",
                "--with",
                "read=3",
                "--with",
                "write=6",
                "--with",
                "writes=3",
                "--with",
                "readers=2",
                "--with",
                "write-back=true",
                "--states",
                "50000000")
            .start();
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String progress = String.valueOf(err.readLine());
      assertThat(progress).matches("godmode: [\\d,]+ states, schedules of \\d+ steps");
      assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
          .isZero();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("Not decided: stopped after ");
    assertThat(process.exitValue()).isEqualTo(130);
  }
}
