package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Experiments are run as they are written, against a docker and a kubectl that simulate a cluster
 * of three: what a mechanism is for happens, and without the mechanism it shows.
 */
@DisabledOnOs(OS.WINDOWS)
class ExperimentTest {
  private static final String KILLED = "kill -TERM $PPID";

  /** What is checked of files that are written, in a folder and with a cluster of its own. */
  private interface Scenario {
    void check(Trial trial) throws IOException;
  }

  @TempDir private Path folder;
  private int trials;

  private static final Map<String, Scenario> EITHER =
      Map.of(
          "asks before it starts",
          trial -> {
            trial.refuses("no", "60");
            trial.refuses("", "60");
          },
          "heals on exit",
          trial -> {
            trial.has("asleep", KILLED);
            int code = trial.run("one-member");
            assertThat(trial.added()).isNotEmpty();
            trial.isClean();
            assertThat(code).isEqualTo(130);
          });

  private static final Map<String, Scenario> TOXIPROXY =
      Map.of(
          "an end",
          trial -> {
            for (String duration : List.of("36000", "601", "9", "infinity", "1h")) {
              trial.refuses("yes", duration);
            }
          },
          "both directions",
          trial -> {
            assertThat(trial.run("one-member")).isZero();
            assertThat(trial.added())
                .containsExactlyInAnyOrder(
                    "1.1-to-2.upstream", "2.2-to-1.downstream",
                    "2.2-to-1.upstream", "1.1-to-2.downstream",
                    "1.1-to-3.upstream", "3.3-to-1.downstream",
                    "3.3-to-1.upstream", "1.1-to-3.downstream");
          },
          "refuses a Docker elsewhere",
          trial -> {
            trial.has("host", "tcp://build.example.com:2376\n");
            trial.refuses("yes", "60");
          },
          "a whole cluster before it starts",
          trial -> {
            trial.has("down-2", "");
            trial.refuses("yes", "60");
          },
          "what must hold meanwhile",
          trial -> {
            trial.has("split", "");
            assertThat(trial.run("one-member")).isEqualTo(1);
            trial.isClean();
          },
          "a look at the end",
          trial -> {
            trial.has("asleep", ": > \"$S/down-1\"");
            assertThat(trial.run("one-member")).isEqualTo(1);
          });

  private static final Map<String, Scenario> CHAOS_MESH =
      Map.of(
          "an end of its own",
          trial -> {
            for (String file :
                List.of("one-member", "halves", "one-way", "delay", "loss", "schedule")) {
              assertThat(trial.file(file + ".yaml")).containsOnlyOnce("  duration: 60s\n");
            }
          },
          "one run at a time",
          trial ->
              assertThat(trial.file("schedule.yaml")).contains("  concurrencyPolicy: Forbid\n"),
          "sides by the names of pods",
          trial -> {
            for (String file : List.of("one-member", "halves", "one-way", "schedule")) {
              assertThat(trial.file(file + ".yaml").lines().map(String::strip))
                  .as(file)
                  .containsSubsequence("values: [etcd-0]", "target:", "values: [etcd-1, etcd-2]");
            }
          },
          "refuses another cluster",
          trial -> {
            trial.has("context", "production\n");
            trial.refuses("yes", "60");
          },
          "a whole cluster before it starts",
          trial -> {
            trial.has("pods", "True\nFalse\nTrue\n");
            trial.refuses("yes", "60");
            trial.has("pods", "True\nTrue\nTrue\n");
            trial.has("other", "networkchaos.chaos-mesh.org/etcd-loss\n");
            trial.refuses("yes", "60");
          },
          "waits until the fault is there",
          trial -> {
            trial.has("uninjected", "");
            assertThat(trial.run("delay")).isEqualTo(1);
            trial.isClean();
          },
          "what must hold meanwhile",
          trial -> {
            trial.has("harmful", "");
            assertThat(trial.run("loss")).isEqualTo(1);
            trial.isClean();
          },
          "a look at the end",
          trial -> {
            trial.has("asleep", "printf 'True\\nTrue\\n' > \"$S/pods\"");
            assertThat(trial.run("one-member")).isEqualTo(1);
          });

  private static final Map<String, Map<String, Scenario>> OWN =
      Map.of("partition-toxiproxy", TOXIPROXY, "partition-chaos-mesh", CHAOS_MESH);

  private Trial trial(String pattern, int members, Set<String> leftOut) throws IOException {
    return Trial.of(
        folder.resolve("trial" + trials++),
        Patterns.named(pattern).orElseThrow(),
        new Code("com.example", members, leftOut));
  }

  private static Scenario scenario(String pattern, String mechanism) {
    Scenario own = OWN.getOrDefault(pattern, Map.of()).get(mechanism);
    return own != null
        ? own
        : Optional.ofNullable(EITHER.get(mechanism))
            .orElseThrow(() -> new AssertionError(pattern + ": nothing tries " + mechanism));
  }

  @Test
  void what_a_mechanism_is_for_shows_when_it_is_left_out() throws IOException {
    int seen = 0;
    for (Pattern pattern : Patterns.onClassPath()) {
      for (Pattern.Mechanism one : pattern.mechanisms()) {
        if (pattern.theme() == Theme.EXPERIMENT) {
          Scenario scenario = scenario(pattern.name(), one.name());
          scenario.check(trial(pattern.name(), 3, Set.of()));
          Trial without = trial(pattern.name(), 3, Set.of(one.name()));
          assertThatThrownBy(() -> scenario.check(without))
              .as(pattern.name() + " without: " + one.name())
              .isInstanceOf(AssertionError.class);
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThanOrEqualTo(18);
  }

  @Test
  void every_fault_is_put_there_and_taken_away() throws IOException {
    for (String fault : List.of("one-member", "halves", "one-way", "delay", "loss")) {
      Trial trial = trial("partition-chaos-mesh", 3, Set.of());
      assertThat(trial.run(fault)).as(fault).isZero();
      assertThat(trial.added())
          .singleElement()
          .asString()
          .endsWith("deploy/partition-chaos-mesh/" + fault + ".yaml");
      trial.isClean();
    }
    for (String fault : List.of("one-member", "halves", "one-way", "clients", "delay")) {
      Trial trial = trial("partition-toxiproxy", 3, Set.of());
      assertThat(trial.run(fault)).as(fault).isZero();
      assertThat(trial.added()).as(fault).isNotEmpty().doesNotHaveDuplicates();
      trial.isClean();
    }
    assertThat(trial("partition-toxiproxy", 3, Set.of()).run("split")).isEqualTo(2);
    assertThat(trial("partition-chaos-mesh", 3, Set.of()).run("../one-member")).isEqualTo(2);
  }

  @Test
  void a_delay_cuts_nobody_off() throws IOException {
    Trial trial = trial("partition-toxiproxy", 3, Set.of());
    trial.has("asleep", "cat \"$S\"/toxics/* > \"$S/kinds\"");
    assertThat(trial.run("delay")).isZero();
    assertThat(Files.readAllLines(trial.state().resolve("kinds")))
        .hasSize(8)
        .containsOnly("latency");
  }

  @Test
  void what_a_killed_script_left_there_can_be_taken_away() throws IOException {
    Trial trial = trial("partition-toxiproxy", 3, Set.of());
    trial.has("asleep", "kill -KILL $PPID");
    assertThat(trial.run("halves")).isGreaterThan(128);
    assertThat(trial.state().resolve("toxics")).isNotEmptyDirectory();

    trial.has("asleep", ":");
    assertThat(trial.run("heal")).isZero();
    trial.isClean();
  }

  @Test
  void halves_leave_a_majority_on_one_side() throws IOException {
    for (int members : List.of(3, 5, 7)) {
      String halves = trial("partition-chaos-mesh", members, Set.of()).file("halves.yaml");
      int spare = (members - 1) / 2;
      assertThat(halves)
          .contains("[" + pods(0, spare) + "]\n  target:", "[" + pods(spare, members) + "]\n");
    }
  }

  private static String pods(int from, int to) {
    return String.join(", ", IntStream.range(from, to).mapToObj(n -> "etcd-" + n).toList());
  }
}
