package godmode.simulate.protocol.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import godmode.simulate.fault.Fault;
import godmode.simulate.fault.Fault.Disk;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Sample;
import godmode.simulate.network.Conditions;
import godmode.simulate.network.Latency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures of Ongaro's thesis, chapter 9: how often votes split, and how long elections take. */
class SplitVotesTest {
  private static final long MILLI = 1_000_000;

  /** How an election ended: when, and in which term. */
  private record Elected(long at, int term) {}

  /** One election of a cluster in which only the first servers run, from the last heartbeat on. */
  private static Elected election(RaftOptions options, int available, Latency latency, long seed) {
    List<Fault> crashes = new ArrayList<>();
    for (int down = available; down < options.servers(); down++) {
      crashes.add(new Fault.Crash(0, 0, down, Disk.KEPT));
    }
    RaftChecks checks =
        new RaftChecks(Plan.of(options.servers()).names(), 2 * options.electionMost());
    Kernel<RaftMessage> kernel =
        new Kernel<>(
            new Cluster<>(
                Collections.nCopies(options.servers(), new Raft(options)),
                options.servers(),
                Conditions.of(options.servers(), latency)),
            new FaultSchedule(crashes),
            seed,
            checks);
    while (checks.elections().isEmpty()) {
      kernel.step();
    }
    int term = 0;
    for (int server = 0; server < available; server++) {
      RaftState state = (RaftState) kernel.state(server);
      term = state.isLeader() ? state.term() : term;
    }
    return new Elected(checks.elections().get(0), term);
  }

  private static double split(int n, int s, double latency, int runs) {
    long range = 1_000 * MILLI;
    RaftOptions options = RaftOptions.of(n).waiting(range, 2 * range, 100 * MILLI).withoutTrying();
    int split = 0;
    for (int seed = 0; seed < runs; seed++) {
      Latency constant = new Latency.Constant((long) (latency * range));
      split += election(options, s, constant, seed).term > 1 ? 1 : 0;
    }
    return split / (double) runs;
  }

  private static void assertSplits(int n, int s, double latency, int runs, double expected) {
    double sigma = Math.sqrt(expected * (1 - expected) / runs);
    assertThat(split(n, s, latency, runs))
        .as("n=%d s=%d l=%s", n, s, latency)
        .isCloseTo(expected, within(3 * sigma));
  }

  @Test
  void votes_split_as_often_as_the_thesis_computes() {
    assertSplits(5, 4, 0.01, 20_000, 0.00059203);
    assertSplits(5, 4, 0.1, 5_000, 0.0523);
    assertSplits(5, 4, 0.2, 5_000, 0.1808);
    assertSplits(5, 3, 0.2, 5_000, 0.488);
    assertSplits(9, 5, 0.2, 5_000, 0.67232);
    assertSplits(9, 5, 0.1, 5_000, 0.40951);
  }

  private static Sample wan(int available, int runs) {
    RaftOptions options =
        RaftOptions.of(5).waiting(300 * MILLI, 600 * MILLI, 100 * MILLI).withoutTrying();
    Latency latency = new Latency.Uniform(30 * MILLI, 40 * MILLI);
    return new Sample(
        IntStream.range(1_000_000, 1_000_000 + runs)
            .parallel()
            .mapToLong(seed -> election(options, available, latency, seed).at)
            .toArray());
  }

  private static void assertWan(int available, int runs, double p10, double p50, double p90) {
    Sample times = wan(available, runs);
    assertThat(times.quantile(100) / 1e6)
        .as("p10 of %d", available)
        .isCloseTo(p10, part(p10, 0.02));
    assertThat(times.quantile(500) / 1e6)
        .as("p50 of %d", available)
        .isCloseTo(p50, part(p50, 0.02));
    assertThat(times.quantile(900) / 1e6)
        .as("p90 of %d", available)
        .isCloseTo(p90, part(p90, 0.05));
  }

  private static Offset<Double> part(double whole, double part) {
    return within(whole * part);
  }

  /**
   * With two servers down the 90th percentile is the gap between the second attempt and the third,
   * where one percent more or fewer splits move it by 70 ms. Of 10,000 elections it is known to 20
   * ms only, in the thesis as here: the curve of the figure leaves 1,028 to 1,131 ms (95 %). Two
   * million elections know it to 1.5 ms.
   */
  @Test
  void elections_over_a_wan_take_as_long_as_in_the_thesis() {
    assertWan(5, 10_000, 375.4, 409.5, 489.2);
    assertWan(4, 10_000, 379.5, 423.3, 563);
    assertWan(3, 2_000_000, 386.9, 468.7, 1074);
  }
}
