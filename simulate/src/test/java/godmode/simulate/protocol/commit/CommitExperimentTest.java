package godmode.simulate.protocol.commit;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.fault.FaultKind;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitExperimentTest {
  private static final CommitExperiment COMMIT = new CommitExperiment();

  private static Study study(Plan plan) {
    return new Study(COMMIT, plan, Optional.empty());
  }

  @Test
  void databases_agree_and_who_is_prepared_waits_for_the_coordinator() {
    Plan plan =
        Plan.of(4)
            .under(COMMIT.card().withstands(), 300 * Plan.MILLI, 300 * Plan.MILLI)
            .losing(20_000, 20_000, 20_000);
    Study.Result result = study(plan).run(1, 60, (done, wrong) -> false);

    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measure.count("transactions committed")).least()).isGreaterThan(5);
    assertThat(result.sample(Measure.time("time in doubt")).most())
        .as("somebody waits for a coordinator that is down")
        .isGreaterThan(500 * Plan.MILLI);
  }

  @Test
  void every_mutant_is_caught() {
    Plan plan =
        Plan.of(4)
            .losing(50_000, 0, 0)
            .under(List.of(FaultKind.CRASH, FaultKind.POWER), 60 * Plan.MILLI, 60 * Plan.MILLI);
    int caught = 0;
    for (String mutant : COMMIT.card().mutants().keySet()) {
      Trial wrong =
          study(plan.lacking(mutant)).run(1, 100, (done, bad) -> bad > 0).first().orElseThrow();
      assertThat(Study.violated(wrong))
          .as(mutant)
          .containsExactly(
              mutant.equals("no-flush") ? CommitExperiment.ENDED : CommitExperiment.ATOMIC);
      assertThat(study(plan).run(wrong.seed()).isWrong()).as("without %s", mutant).isFalse();
      caught++;
    }
    assertThat(caught).isEqualTo(3);
  }
}
