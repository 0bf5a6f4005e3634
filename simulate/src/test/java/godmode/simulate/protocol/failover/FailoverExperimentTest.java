package godmode.simulate.protocol.failover;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailoverExperimentTest {
  private static final FailoverExperiment FAILOVER = new FailoverExperiment();

  private static final Plan PLAN =
      Plan.of(3).under(FAILOVER.card().withstands(), 400 * Plan.MILLI, 400 * Plan.MILLI);

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
  void every_mutant_is_caught() {
    int caught = 0;
    for (String mutant : FAILOVER.card().mutants().keySet()) {
      Trial wrong =
          study(PLAN.lacking(mutant)).run(1, 200, (done, bad) -> bad > 0).first().orElseThrow();
      assertThat(Study.violated(wrong)).as(mutant).containsExactly(FailoverExperiment.LINEARIZABLE);
      assertThat(study(PLAN).run(wrong.seed()).isWrong()).as("without %s", mutant).isFalse();
      caught++;
    }
    assertThat(caught).isEqualTo(2);
  }
}
