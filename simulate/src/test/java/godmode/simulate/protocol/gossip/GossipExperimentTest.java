package godmode.simulate.protocol.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GossipExperimentTest {
  private static final GossipExperiment GOSSIP = new GossipExperiment();

  private static Study study(Plan plan) {
    return new Study(GOSSIP, plan, Optional.empty());
  }

  /**
   * Values that Pekko publishes with its detector, for a mean of 1000 ms and a deviation of 100.
   */
  @Test
  void phi_is_what_is_published() {
    double[][] published = {
      {0, 0.0}, {500, 0.1}, {1000, 0.3}, {1200, 1.6}, {1400, 4.7}, {1600, 10.8}, {1700, 15.3}
    };
    int compared = 0;
    for (double[] row : published) {
      assertThat(Heartbeats.phi(row[0], 1000, 100)).isCloseTo(row[1], within(0.1));
      compared++;
    }
    assertThat(compared).isEqualTo(7);
  }

  @Test
  void everybody_knows_in_the_end_who_runs() {
    Plan plan =
        Plan.of(6)
            .under(GOSSIP.card().withstands(), 500 * Plan.MILLI, 2_000 * Plan.MILLI)
            .losing(50_000, 10_000, 10_000);
    assertThat(study(plan).run(1, 40, (done, wrong) -> false).first()).isEmpty();
  }

  @Test
  void a_node_that_stays_away_is_suspected_by_all_within_seconds() {
    FaultSchedule schedule =
        new FaultSchedule(List.of(new Fault.Crash(5 * Plan.SECOND, 0, 2, Fault.Disk.KEPT)));
    Study.Result result =
        new Study(GOSSIP, Plan.of(6), Optional.of(schedule)).run(1, 20, (done, wrong) -> false);

    assertThat(result.first()).isEmpty();
    Measure notice = Measure.time("time to notice a crash");
    assertThat(result.sample(notice).size()).isGreaterThanOrEqualTo(100);
    assertThat(result.sample(notice).quantile(500)).isBetween(Plan.SECOND, 5 * Plan.SECOND);
  }

  @Test
  void every_mutant_is_caught() {
    Plan plan = Plan.of(5).under(List.of(FaultKind.CRASH), 2 * Plan.SECOND, 4 * Plan.SECOND);
    int caught = 0;
    for (String mutant : GOSSIP.card().mutants().keySet()) {
      Trial wrong =
          study(plan.lacking(mutant)).run(1, 60, (done, bad) -> bad > 0).first().orElseThrow();
      assertThat(Study.violated(wrong)).as(mutant).containsExactly(GossipExperiment.ACCURATE);
      assertThat(study(plan).run(wrong.seed()).isWrong()).as("without %s", mutant).isFalse();
      caught++;
    }
    assertThat(caught).isEqualTo(2);
  }
}
