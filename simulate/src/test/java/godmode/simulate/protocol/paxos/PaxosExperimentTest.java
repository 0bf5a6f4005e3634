package godmode.simulate.protocol.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.fault.FaultKind;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaxosExperimentTest {
  private static final PaxosExperiment PAXOS = new PaxosExperiment();

  private static Study study(Plan plan) {
    return new Study(PAXOS, plan, Optional.empty());
  }

  private static void assertSound(Plan plan, int runs, long chosen) {
    Study.Result result = study(plan).run(1, runs, (done, wrong) -> false);
    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measure.count("values chosen")).least()).isEqualTo(chosen);
  }

  @Test
  void everybody_learns_the_same_values_under_any_fault_that_paxos_withstands() {
    assertSound(
        Plan.of(5)
            .under(PAXOS.card().withstands(), 300 * Plan.MILLI, 300 * Plan.MILLI)
            .losing(50_000, 50_000, 50_000),
        40,
        200);
    assertSound(
        Plan.of(3)
            .with("slots", 1)
            .under(PAXOS.card().withstands(), 50 * Plan.MILLI, 50 * Plan.MILLI),
        100,
        1);
  }

  /** Many proposers, short times, and crashes in the middle of a ballot. */
  private static Plan storm() {
    return Plan.of(3)
        .with("retry", 3 * Plan.MILLI)
        .losing(100_000, 0, 100_000)
        .under(
            List.of(FaultKind.CRASH, FaultKind.POWER, FaultKind.PARTITION),
            20 * Plan.MILLI,
            10 * Plan.MILLI);
  }

  private static void assertCaught(String mutant, Plan plan) {
    Trial wrong =
        study(plan.lacking(mutant)).run(1, 100, (done, bad) -> bad > 0).first().orElseThrow();
    assertThat(Study.violated(wrong)).as(mutant).containsExactly(PaxosExperiment.AGREEMENT);
    assertThat(study(plan).run(wrong.seed()).isWrong()).as("without %s", mutant).isFalse();
  }

  @Test
  void every_mutant_is_caught() {
    int caught = 0;
    for (String mutant : PAXOS.card().mutants().keySet()) {
      assertCaught(mutant, storm());
      caught++;
    }
    assertThat(caught).isEqualTo(PaxosMutant.values().length);
  }
}
