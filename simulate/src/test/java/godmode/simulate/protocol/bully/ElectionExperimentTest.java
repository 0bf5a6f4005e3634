package godmode.simulate.protocol.bully;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.fault.FaultKind;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElectionExperimentTest {
  private static final ElectionExperiment ELECTION = new ElectionExperiment();

  private static Study study(Plan plan) {
    return new Study(ELECTION, plan, Optional.empty());
  }

  @Test
  void everybody_follows_the_highest_in_the_end_and_several_lead_before() {
    Plan plan = Plan.of(5).under(ELECTION.card().withstands(), 500 * Plan.MILLI, 500 * Plan.MILLI);
    Study.Result result = study(plan).run(1, 60, (done, wrong) -> false);

    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measure.time("time with several leaders")).most())
        .isGreaterThan(100 * Plan.MILLI);
  }

  @Test
  void a_meek_node_does_not_take_its_place_back() {
    Plan plan = Plan.of(3).under(List.of(FaultKind.CRASH), Plan.SECOND, Plan.SECOND);
    Trial wrong =
        study(plan.lacking("meek")).run(1, 60, (done, bad) -> bad > 0).first().orElseThrow();

    assertThat(Study.violated(wrong)).containsExactly(ElectionExperiment.AGREEMENT);
    assertThat(study(plan).run(wrong.seed()).isWrong()).isFalse();
  }
}
