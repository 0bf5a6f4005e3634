package godmode.simulate.protocol.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.Shrinking;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockExperimentTest {
  private static final LockExperiment LOCK = new LockExperiment();

  private static final Plan PLAN = under(LOCK.card().withstands());

  private static Plan under(List<FaultKind> kinds) {
    return Plan.of(5).under(kinds, 300 * Plan.MILLI, 300 * Plan.MILLI);
  }

  private static Study study(Plan plan) {
    return new Study(LOCK, plan, Optional.empty());
  }

  private static Study.Result hundred(Plan plan) {
    return study(plan).run(1, 100, (runs, wrong) -> false);
  }

  @Test
  void a_fenced_store_takes_writes_in_turn_whatever_stops() {
    Study.Result result = hundred(PLAN);

    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measure.count("writes taken")).least()).isGreaterThan(10);
    assertThat(result.sample(Measure.count("writes refused by their token")).most())
        .isGreaterThan(0);
  }

  @Test
  void nothing_goes_wrong_where_holders_look_at_their_clocks_and_messages_are_lost() {
    Study.Result result = hundred(PLAN.with("looks-at-clock", 1).losing(20_000, 20_000, 20_000));

    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measure.count("writes taken")).mean()).isGreaterThan(20);
  }

  /** It goes wrong, does not without the mutant, and few faults are enough. */
  private static void assertCaught(String mutant, long seed, String property, int faultsMost) {
    assertThat(study(PLAN).run(seed).isWrong()).as("without %s", mutant).isFalse();
    Study study = study(PLAN.lacking(mutant));
    Trial wrong = study.run(seed);
    assertThat(Study.violated(wrong)).as(mutant).containsExactly(property);
    Shrinking.Shrunk shrunk = study.shrink(wrong, 400);
    assertThat(shrunk.schedule().faults()).as(mutant).hasSizeLessThanOrEqualTo(faultsMost);
  }

  @Test
  void every_mutant_is_caught_and_few_faults_are_enough() {
    assertCaught("no-fencing", 3, LockChecks.IN_TURN, 1);
    assertCaught("forgotten-grant", 2, LockChecks.ONE_GRANT, 1);
    assertCaught("hasty-service", 68, LockChecks.ALONE, 2);
    assertCaught("late-count", 27, LockChecks.ALONE, 2);
    assertCaught("forgetful-store", 88, LockChecks.IN_TURN, 2);
    assertThat(LOCK.card().mutants()).hasSize(5).hasSize(LockMutant.values().length);
  }

  /** Its tokens begin again: no lease and no fence makes up for a lock that has one copy. */
  @Test
  void a_lock_that_has_lost_its_disk_grants_a_token_twice() {
    FaultSchedule lost =
        new FaultSchedule(
            List.of(
                new Fault.Crash(
                    2 * Plan.SECOND, 100 * Plan.MILLI, LockOptions.LOCK, Fault.Disk.LOST)));
    Trial wrong = new Study(LOCK, Plan.of(5), Optional.of(lost)).run(1);

    assertThat(Study.violated(wrong)).containsExactly(LockChecks.ONE_GRANT);
    assertThat(LOCK.card().withstands()).doesNotContain(FaultKind.WIPE);
  }

  /** A clock that goes wrong makes two take the lock for their own; the store still refuses. */
  @Test
  void fencing_needs_no_clock() {
    Study.Result result = hundred(under(List.of(FaultKind.CLOCK, FaultKind.PAUSE)));

    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measure.count("writes refused by their token")).most())
        .isGreaterThan(0);
  }

  @Test
  void needs_a_lock_a_store_and_somebody_who_takes_turns() {
    assertThatThrownBy(() -> study(Plan.of(2)).run(1))
        .hasMessage("lock needs 3 nodes at least, a lock, a store and a holder; there are 2");
  }
}
