package godmode.simulate.protocol.raft;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.Shrinking;
import godmode.simulate.lab.Experiments;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RaftExperimentTest {
  private static final long MILLI = Plan.MILLI;
  private static final RaftExperiment RAFT = new RaftExperiment();

  private static Study study(Plan plan) {
    return new Study(RAFT, plan, Optional.empty());
  }

  private static Study.Result result(Plan plan, int runs) {
    return study(plan).run(1, runs, (done, wrong) -> false);
  }

  private static void assertSound(Plan plan, int runs, double answeredMin) {
    Study.Result result = result(plan, runs);
    assertThat(result.first()).isEmpty();
    assertThat(result.runs()).isEqualTo(runs);
    assertThat(result.sample(Measures.ANSWERED).mean()).isGreaterThan(answeredMin);
    assertThat(result.sample(Measures.STALE).most()).isZero();
  }

  @Test
  void nothing_goes_wrong_under_any_fault_that_raft_withstands() {
    Plan all = Plan.of(5).under(RAFT.card().withstands(), 500 * MILLI, 500 * MILLI);
    assertSound(all, 40, 500);
    assertSound(all.losing(20_000, 20_000, 20_000), 40, 400);
    assertSound(Plan.of(3).under(RAFT.card().withstands(), 300 * MILLI, 300 * MILLI), 40, 300);
    assertSound(Plan.of(1).under(List.of(FaultKind.POWER), 300 * MILLI, 300 * MILLI), 10, 100);
  }

  @Test
  void nothing_goes_wrong_while_members_change_and_logs_are_cut_short() {
    Plan plan =
        Plan.of(5)
            .under(RAFT.card().withstands(), 500 * MILLI, 500 * MILLI)
            .with("change-members-every", 200 * MILLI)
            .with("snapshot-every", 7);
    assertSound(plan, 60, 200);
    Study.Result result = result(plan, 60);
    assertThat(result.sample(Measure.count("changes of members")).mean()).isGreaterThan(10);
    assertThat(result.sample(Measure.time("time to catch up")).size()).isGreaterThan(200);
  }

  @Test
  void the_same_seed_gives_the_same_trace_on_every_machine() {
    Plan plan =
        Plan.of(5)
            .under(RAFT.card().withstands(), 500 * MILLI, 500 * MILLI)
            .losing(20_000, 20_000, 20_000);
    Trial trial = study(plan).run(7);

    assertThat(trial.schedule().faults()).hasSize(16);
    assertThat(trial.events()).isEqualTo(9_812);
    assertThat(Long.toHexString(trial.trace())).isEqualTo("6245f67562e0dd8");
  }

  /** What a missing part is for: with it nothing goes wrong, without it this seed does. */
  private static void assertCaught(String mutant, Plan plan, long seed, String property) {
    Trial sound = study(plan).run(seed);
    assertThat(sound.violations()).as("without %s", mutant).isEmpty();
    Trial wrong = study(plan.lacking(mutant)).run(seed);
    assertThat(Study.violated(wrong)).as(mutant).contains(property);
  }

  private static Plan crashes(int nodes) {
    return Plan.of(nodes)
        .lasting(3, 5_000 * MILLI)
        .under(List.of(FaultKind.CRASH, FaultKind.PARTITION), 60 * MILLI, 50 * MILLI);
  }

  private static Plan storms() {
    return Plan.of(3)
        .with("pre-vote", 0)
        .losing(50_000, 0, 50_000)
        .under(
            List.of(FaultKind.POWER, FaultKind.CRASH, FaultKind.PARTITION), 40 * MILLI, 80 * MILLI);
  }

  @Test
  void every_mutant_is_caught() {
    assertCaught("no-up-to-date-check", crashes(5), 0, RaftChecks.LEADER_COMPLETENESS);
    assertCaught("vote-not-persisted", storms(), 32, RaftChecks.ELECTION_SAFETY);
    assertCaught("half-is-majority", crashes(5), 0, RaftChecks.LEADER_COMPLETENESS);
    assertCaught("unconfirmed-read", crashes(5), 38, "linearizability");
    assertCaught("no-flush", storms(), 0, RaftChecks.ELECTION_SAFETY);
    assertCaught(
        "premature-membership",
        crashes(5).with("change-members-every", 20 * MILLI),
        5,
        RaftChecks.LEADER_COMPLETENESS);
    assertCaught(
        "no-catch-up",
        crashes(5).with("change-members-every", 20 * MILLI),
        0,
        RaftChecks.CAUGHT_UP);
    assertCaught("old-term-commit", overwritten(), 447, RaftChecks.LEADER_COMPLETENESS);
  }

  /** Entries go one by one, so that an old one can be counted before the first of the new term. */
  private static Plan overwritten() {
    return Plan.of(3)
        .losing(300_000, 0, 50_000)
        .with("pre-vote", 0)
        .with("batch", 1)
        .with("snapshot-every", 100_000)
        .under(List.of(FaultKind.CRASH, FaultKind.PARTITION), 60 * MILLI, 80 * MILLI);
  }

  @Test
  void every_mutant_that_is_named_exists() {
    assertThat(RAFT.card().mutants().keySet())
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(RaftMutant.values())
                .map(m -> m.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .toList());
    assertThat(Experiments.named("raft")).isPresent();
  }

  @Test
  void a_schedule_that_goes_wrong_is_shrunk_and_still_does() {
    Study study = study(crashes(5).lacking("no-up-to-date-check"));
    Trial wrong = study.run(0);
    Shrinking.Shrunk shrunk = study.shrink(wrong, 400);

    assertThat(wrong.schedule().faults().size()).isGreaterThan(50);
    assertThat(shrunk.schedule().faults()).hasSizeLessThan(8);
    Trial again = study.run(0, shrunk.schedule(), new godmode.simulate.kernel.Observer<>() {});
    assertThat(Study.violated(again)).contains(Study.violated(wrong).get(0));
  }

  /** It needs no fault to add a server too early. */
  @Test
  void a_new_voter_that_has_not_caught_up_is_told_without_a_fault() {
    Study study = study(crashes(5).with("change-members-every", 20 * MILLI).lacking("no-catch-up"));
    Shrinking.Shrunk shrunk = study.shrink(study.run(0), 200);

    assertThat(shrunk.schedule().faults()).isEmpty();
    assertThat(shrunk.isFewest()).isTrue();
  }

  @Test
  void a_study_stops_when_told_and_says_how_far_it_came() {
    Study.Result result = study(Plan.of(3)).run(1, 50, (runs, wrong) -> runs == 2);

    assertThat(result.runs()).isEqualTo(2);
    assertThat(result.sample(Measures.ANSWERED).size()).isEqualTo(2);
    assertThat(study(Plan.of(3)).schedule(1)).isEqualTo(FaultSchedule.NONE);
  }
}
