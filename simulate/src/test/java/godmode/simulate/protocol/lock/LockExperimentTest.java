package godmode.simulate.protocol.lock;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockExperimentTest {
  private static final LockExperiment LOCK = new LockExperiment();

  private static final Plan PLAN =
      Plan.of(3).under(LOCK.card().withstands(), 300 * Plan.MILLI, 300 * Plan.MILLI);

  private static Study study(Plan plan) {
    return new Study(LOCK, plan, Optional.empty());
  }

  @Test
  void a_fenced_store_takes_writes_in_turn() {
    Study.Result result = study(PLAN).run(1, 100, (runs, wrong) -> false);

    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measure.count("writes taken")).least()).isGreaterThan(20);
    assertThat(result.sample(Measure.count("writes refused by their token")).most())
        .isGreaterThan(0);
  }

  @Test
  void without_fencing_a_late_holder_writes_after_the_next_one() {
    Study.Result result = study(PLAN.lacking("no-fencing")).run(1, 100, (runs, wrong) -> false);

    assertThat(result.wrong()).isGreaterThan(10);
    Trial first = result.first().orElseThrow();
    assertThat(Study.violated(first)).containsExactly(LockExperiment.IN_TURN);
    assertThat(study(PLAN).run(first.seed()).isWrong()).isFalse();
  }
}
