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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryRunTest {
  @TempDir Path folder;

  private static Run run(String... options) {
    List<String> args = new ArrayList<>(List.of("simulate"));
    args.addAll(List.of(options));
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

  private String file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, text);
    return path.toString();
  }

  @Test
  void a_sound_protocol_exits_with_0_and_says_what_was_checked() {
    Run run = run("raft", "--nodes", "3", "--runs", "3", "--faults", "partition,crash");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("raft: a replicated log with an elected leader\n  nodes=3, clients=3")
        .contains("Held in every run: at most one leader in a term", "time without a leader");
    assertThat(run("raft", "--nodes", "3", "--runs", "3", "--faults", "partition,crash").out())
        .isEqualTo(run.out());
  }

  private static final String[] HALF = {
    "raft", "--mutant", "half-is-majority", "--faults", "partition", "--runs", "2"
  };

  private static String[] half(String... more) {
    return with(HALF, more);
  }

  @Test
  void a_mutant_meets_the_faults_that_show_what_is_left_out() {
    Run faults = run("lock", "--mutant", "no-fencing", "--runs", "20");
    Run none = run("lock", "--mutant", "no-fencing", "--runs", "20", "--faults", "none");

    assertThat(faults.out()).contains("faults=", "no holder writes after a later one, at ");
    assertThat(faults.code()).isEqualTo(1);
    assertThat(none.out())
        .doesNotContain("faults=")
        .contains("These runs did not meet what the mutant gets wrong: try more of them");
    assertThat(none.code()).isZero();
  }

  @Test
  void a_mutant_is_caught_shrunk_and_exits_with_1() {
    Run run = run(HALF);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "mutant: half of the votes are enough",
            "Goes wrong in 2 of 2 runs.",
            "leader completeness, at ",
            "this one is enough; no fewer are:\n  faults:\n    - {at: ",
            "godmode simulate raft --nodes 5 --seed 1 --runs 1 --faults partition");
  }

  @Test
  void the_shrunk_schedule_goes_wrong_again_when_it_is_given() throws IOException {
    String shown = run(HALF).out();
    String faults =
        shown.substring(shown.indexOf("  faults:\n"), shown.indexOf("  godmode simulate"));
    String file = file("one.yaml", faults);
    Run run = run("raft", "--mutant", "half-is-majority", "--runs", "1", "--schedule", file);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("faults=1 of a schedule", "leader completeness, at ");
    assertThat(run("raft", "--runs", "1", "--schedule", file).code()).isZero();
  }

  @Test
  void one_run_is_told_in_four_more_formats() {
    assertThat(run(half("--format", "timeline")).out())
        .contains("leads in term 1", "leader completeness is violated: n2 leads");
    assertThat(run(half("--format", "mermaid")).out())
        .startsWith("sequenceDiagram\nparticipant p0 as n1\n")
        .contains("->>", "Note over ");
    assertThat(run(half("--format", "svg")).out())
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("class=\"violation\"", "class=\"message\"")
        .endsWith("</svg>\n");
    assertThat(run("raft", "--runs", "3", "--format", "svg").out()).contains("class=\"bar\"");
    assertThat(run(half("--format", "json")).out())
        .startsWith("{\n  \"schema\": \"godmode/laboratory/1\"")
        .contains("\"wrong\": 2", "\"kind\": \"violation\"");
  }

  @Test
  void drawn_faults_are_written_and_read_again_with_the_same_result() throws IOException {
    String[] asked = {"quorum", "--sites", "eu=2,us=2,ap=1", "--seed", "5", "--runs", "1"};
    Run drawn = run(with(asked, "--faults", "site,crash", "--format", "schedule"));
    Run all = run(with(asked, "--faults", "site,crash", "--format", "timeline"));
    Run again = run(with(asked, "--schedule", file("s.yaml", drawn.out()), "--format", "timeline"));

    assertThat(drawn.out())
        .startsWith(
            "# Faults of godmode simulate quorum --sites eu=2,us=2,ap=1 --seed 5 --runs 1 --faults"
                + " site,crash\nfaults:\n  - {at: ")
        .contains("site: ");
    assertThat(again.out().substring(again.out().indexOf("1 run")))
        .isEqualTo(all.out().substring(all.out().indexOf("1 run")));
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void the_network_is_told_on_the_command_line_and_in_the_file() throws IOException {
    String file =
        file(
            "raft.yaml",
            """
            consensus:
              algorithm: raft
              sites: {eu: 2, us: 1}
              matrix: aws-2017
              loss: 1%
              faults: site
              runs: 2
            """);

    assertThat(run("--options", file, "--loss", "2%", "--reorder", "1%").out())
        .contains(
            """
              nodes=3, sites=eu=2+us=1, round-trips=aws-2017, clients=3, duration=10s,
              faults=site, loss=2%, reordering=1%
            """);
    assertThat(run("raft", "--sites", "a=1,b=2", "--round-trip", "80ms", "--runs", "1").out())
        .contains("sites=a=1+b=2, round-trips=80ms");
  }

  @Test
  void options_come_from_a_file_and_the_command_line_wins() throws IOException {
    String file =
        file(
            "raft.json",
            """
            {"consensus": {"algorithm": "raft", "nodes": 3, "runs": 2, "faults": ["crash"],
                           "heartbeat": "20ms"}}
            """);
    Run run = run("--options", file, "--nodes", "4");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("nodes=4", "faults=crash", "heartbeat=20ms", "2 runs from seed 1");
  }

  @Test
  void members_come_from_a_design() throws IOException {
    file(
        "compose.yaml",
        """
        name: shop
        services:
          etcd-1: {image: "quay.io/coreos/etcd:v3.5.0", command: "%s"}
          etcd-2: {image: "quay.io/coreos/etcd:v3.5.0", command: "%s"}
          etcd-3: {image: "quay.io/coreos/etcd:v3.5.0", command: "%s"}
        """
            .replace(
                "%s",
                "etcd --initial-cluster"
                    + " a=http://etcd-1:2380,b=http://etcd-2:2380,c=http://etcd-3:2380"));
    Run run = run("raft", folder.toString(), "--design", "--runs", "1", "--format", "timeline");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("nodes=3", "etcd-1");
  }

  @Test
  void replicas_of_a_crdt_converge_and_the_summary_says_what_has_grown() {
    Run run =
        run(
            "crdt",
            "--nodes",
            "3",
            "--runs",
            "5",
            "--seed",
            "7",
            "--faults",
            "partition",
            "--with",
            "loss=2%",
            "--with",
            "type=or-map");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            crdt: replicas of a CRDT that change at once and send deltas
              nodes=3, duration=10s, faults=partition, type=or-map, loss=2%

            5 runs from seed 7, 13,417 events.
            Held in every run: convergence, every change counts.
            Other orders of events were not tried; it proves nothing.

                                                   p10        p50        p90       most
            most deltas kept by a replica           33         74         95         95
                      33 |▄    ▄       █     ▄| 95         5 values
            most entries in a copy                  10         11         12         12
                      10 |▃         █        ▃| 12         5 values
            most entries in a message               47        116        199        199
                      47 |█   █    █  █      █| 199        5 values
            time until all replicas agree      3.19 ms   93.53 ms  152.07 ms  152.07 ms
                 3.19 ms |▄      ▄    █      ▄| 152.07 ms  5 values
            whole copies sent                        0          0          0          0
            """);
  }

  @Test
  void mutants_of_a_crdt_are_caught_and_the_sound_type_is_not() {
    assertCaught("naive-merge", "g-counter", "the counter shows");
    assertCaught("wall-clock", "lww-register", "is shown, although write");
    assertCaught("no-tombstones", "or-set", "removed elements are back, 0 first");
    assertThat(run("crdt", "--mutant", "send-once", "--faults", "partition", "--runs", "5").out())
        .contains("convergence, at ", "no fewer are:");
  }

  private static void assertCaught(String mutant, String type, String what) {
    Run wrong = run("crdt", "--mutant", mutant, "--runs", "5");
    Run sound = run("crdt", "--with", "type=" + type, "--runs", "5");

    assertThat(wrong.code()).as(mutant).isEqualTo(1);
    assertThat(wrong.out()).contains("type=" + type, "every change counts, at ", what);
    assertThat(sound.code()).as(type).isZero();
  }

  /** A real process gets a real signal between two runs. */
  @Test
  void ctrl_c_prints_the_runs_until_then_and_exits_with_130() throws Exception {
    Process process =
        new ProcessBuilder(
                "env",
                "--default-signal=INT", // jobs in the background are started without it
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dgodmode.terminal.error=true",
                "-cp",
                System.getProperty("java.class.path"),
                "godmode.cli.Godmode",
                "simulate",
                "raft",
                "--faults",
                "partition,crash",
                "--runs",
                "10000000")
            .start();
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String progress = String.valueOf(err.readLine());
      assertThat(progress).matches("godmode: [\\d,]+ of 10,000,000 runs, 0 went wrong");
      assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
          .isZero();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .containsPattern("[\\d,]+ runs from seed 1, [\\d,]+ events;\\s+stopped,\\s+10,000,000")
        .contains("Held in every run: at most one leader in a term");
    assertThat(process.exitValue()).isEqualTo(130);
  }

  @Test
  void what_cannot_be_is_refused_with_what_can() throws IOException {
    refuses("--nodes 0: write a whole number from 1 to 63", "raft", "--nodes", "0");
    refuses("there is no fault 'flood'; there are partition,", "raft", "--faults", "flood");
    refuses("raft has no mutant 'x'; it has old-term-commit", "raft", "--mutant", "x");
    refuses("it has to come before the shortest election", "raft", "--with", "heartbeat=9s");
    refuses("raft has no number 'hart'; it has clients,", "raft", "--with", "hart=9s");
    refuses("write a share such as 2% or 0.5%", "raft", "--with", "loss=2");
    refuses("write a time such as 300ms, 2s or 500us", "raft", "--with", "duration=10");
    refuses(
        "--with type is 'bag'; write one of 2p-set, g-counter, g-set, lww-map, lww-register,"
            + " mv-register, or-map, or-set, pn-counter, rga",
        "crdt",
        "--with",
        "type=bag");
    refuses("crdt: 1 replica has no other to agree with", "crdt", "--nodes", "1");
    refuses(
        "crdt: or-set has no mutant naive-merge; it is one of g-counter, pn-counter",
        "crdt",
        "--mutant",
        "naive-merge",
        "--with",
        "type=or-set");
    refuses("--sites: aws-2022 (", "raft", "--sites", "eu=2,mars=1");
    refuses("--sites is 'eu=1,eu=1'; write each site once", "raft", "--sites", "eu=1,eu=1");
    refuses("--loss is '200%'; write a share such as 2%", "raft", "--loss", "200%");
    refuses("--clients is '2'; gossip has no clients", "gossip", "--clients", "2");
    refuses("zab is no protocol; there are ", "zab", "--nodes", "3");
    refuses("--runs 0: write a whole number from 1", "raft", "--runs", "0");
    refuses("is no file; name one that exists", "raft", "--schedule", "nothing.yaml");
    refuses("--design takes its numbers from one", "raft", folder.toString());
    refuses(
        ":2: there is no node 'n9'; there are n1, n2, n3",
        "raft",
        "--nodes",
        "3",
        "--schedule",
        file("s.yaml", "faults:\n  - {at: 10ms, crash: n9}\n"));
    refuses(
        ":1: nodes is 'five'; write a whole number from 1 to 63",
        "raft",
        "--options",
        file("o.yaml", "consensus: {nodes: five}\n"));
  }

  private static void refuses(String message, String... options) {
    Run run = run(options);
    assertThat(run.code()).as(message).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
