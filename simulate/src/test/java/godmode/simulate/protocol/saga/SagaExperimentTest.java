package godmode.simulate.protocol.saga;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.fault.FaultKind;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SagaExperimentTest {
  private static final SagaExperiment SAGA = new SagaExperiment();

  private static Study study(Plan plan) {
    return new Study(SAGA, plan, Optional.empty());
  }

  private static Plan plan() {
    return Plan.of(4)
        .under(SAGA.card().withstands(), 400 * Plan.MILLI, 400 * Plan.MILLI)
        .losing(20_000, 20_000, 20_000);
  }

  @Test
  void sagas_are_whole_with_an_orchestrator_and_without() {
    for (long orchestrated : List.of(1L, 0L)) {
      Study.Result result =
          study(plan().with("orchestrated", orchestrated)).run(1, 30, (done, wrong) -> false);
      assertThat(result.first()).isEmpty();
      assertThat(result.sample(Measure.count("sagas with all effects")).least()).isGreaterThan(20);
      assertThat(result.sample(Measure.count("sagas without any")).most()).isGreaterThan(5);
    }
  }

  private static void assertCaught(String mutant, Plan plan) {
    Trial wrong =
        study(plan.lacking(mutant)).run(1, 60, (done, bad) -> bad > 0).first().orElseThrow();
    assertThat(Study.violated(wrong)).as(mutant).containsExactly(SagaExperiment.WHOLE);
    assertThat(study(plan).run(wrong.seed()).isWrong()).as("without %s", mutant).isFalse();
  }

  @Test
  void every_mutant_is_caught() {
    assertCaught("not-idempotent", plan());
    assertCaught("no-compensation", plan());
    assertCaught("no-compensation", plan().with("orchestrated", 0));
    assertCaught(
        "forgetful-orchestrator",
        Plan.of(4).under(List.of(FaultKind.CRASH), 300 * Plan.MILLI, 100 * Plan.MILLI));
    assertThat(SAGA.card().mutants()).hasSize(3);
  }
}
