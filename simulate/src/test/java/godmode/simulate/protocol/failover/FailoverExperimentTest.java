package godmode.simulate.protocol.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.Shrinking;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailoverExperimentTest {
  private static final FailoverExperiment FAILOVER = new FailoverExperiment();

  private static final Plan PLAN =
      Plan.of(4).under(FAILOVER.card().withstands(), 400 * Plan.MILLI, 400 * Plan.MILLI);

  private static Study study(Plan plan) {
    return new Study(FAILOVER, plan, Optional.empty());
  }

  @Test
  void clients_see_one_copy_while_primaries_are_replaced() {
    Study.Result result = study(PLAN).run(1, 100, (done, wrong) -> false);

    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measures.ANSWERED).least()).isGreaterThan(50);
    assertThat(result.sample(Measure.count("views")).least()).isGreaterThan(5);
  }

  @Test
  void nothing_goes_wrong_where_messages_are_lost_and_faults_follow_each_other() {
    Plan harder =
        Plan.of(6)
            .losing(20_000, 20_000, 20_000)
            .under(FAILOVER.card().withstands(), 200 * Plan.MILLI, 300 * Plan.MILLI);
    assertThat(study(harder).run(1, 40, (done, wrong) -> false).first()).isEmpty();
  }

  /** It goes wrong, does not without the mutant, and few faults are enough. */
  private static void assertCaught(String mutant, Plan plan, int faultsMost) {
    Study study = study(plan.lacking(mutant));
    Trial wrong = study.run(1, 100, (done, bad) -> bad > 0).first().orElseThrow();
    assertThat(Study.violated(wrong)).as(mutant).containsExactly(FailoverExperiment.LINEARIZABLE);
    assertThat(study(plan).run(wrong.seed()).isWrong()).as("without %s", mutant).isFalse();
    Shrinking.Shrunk shrunk = study.shrink(wrong, 300);
    assertThat(shrunk.schedule().faults()).as(mutant).hasSizeLessThanOrEqualTo(faultsMost);
  }

  @Test
  void every_mutant_is_caught_and_few_faults_are_enough() {
    assertCaught("asynchronous", PLAN, 1);
    assertCaught("no-fencing", PLAN, 1);
    assertCaught("forgetful-monitor", dark(), 3);
    assertThat(FAILOVER.card().mutants()).hasSize(3);
  }

  private static Plan dark() {
    return Plan.of(4)
        .under(List.of(FaultKind.POWER, FaultKind.PARTITION), 200 * Plan.MILLI, 300 * Plan.MILLI);
  }

  /** The monitor is the last node. Nobody is made the primary while it is away. */
  @Test
  void without_its_monitor_a_cluster_goes_on_until_the_primary_is_gone() {
    Fault monitor = new Fault.Crash(Plan.SECOND, 0, 3, Fault.Disk.KEPT);
    Fault primary = new Fault.Crash(5 * Plan.SECOND, 0, 0, Fault.Disk.KEPT);

    assertThat(unavailable(monitor)).isLessThan(Plan.SECOND);
    assertThat(unavailable(monitor, primary)).isGreaterThan(4 * Plan.SECOND);
  }

  private static long unavailable(Fault... faults) {
    FaultSchedule schedule = new FaultSchedule(List.of(faults));
    Study.Result result =
        new Study(FAILOVER, Plan.of(4), Optional.of(schedule)).run(1, 1, (done, bad) -> false);
    assertThat(result.first()).isEmpty();
    return result.sample(Measures.UNAVAILABLE).most();
  }

  @Test
  void needs_a_monitor_and_somebody_to_watch() {
    assertThatThrownBy(() -> study(Plan.of(1)).run(1))
        .hasMessage("failover needs 2 nodes at least, a server and a monitor; there is 1");
  }
}
