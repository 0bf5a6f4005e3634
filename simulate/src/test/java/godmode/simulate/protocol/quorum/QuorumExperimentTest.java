package godmode.simulate.protocol.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.Shrinking;
import godmode.simulate.lab.Ending;
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuorumExperimentTest {
  private static final QuorumExperiment QUORUM = new QuorumExperiment();

  private static Study study(Plan plan) {
    return new Study(QUORUM, plan, Optional.empty());
  }

  private static Plan plan() {
    return Plan.of(3).under(QUORUM.card().withstands(), 300 * Plan.MILLI, 300 * Plan.MILLI);
  }

  @Test
  void majorities_read_fresh_lose_nothing_and_converge() {
    Study.Result result =
        study(plan().losing(20_000, 20_000, 20_000)).run(1, 40, (done, wrong) -> false);

    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measures.ANSWERED).least()).isGreaterThan(100);
  }

  @Test
  void trees_alone_let_replicas_converge_and_hints_do_while_nobody_crashes() {
    Plan entropy = plan().with("read-repair", 0).with("hinted-handoff", 0);
    assertThat(study(entropy).run(1, 15, (done, wrong) -> false).first()).isEmpty();
    Plan hints =
        plan()
            .under(List.of(FaultKind.PARTITION), 300 * Plan.MILLI, 300 * Plan.MILLI)
            .with("read-repair", 0)
            .with("anti-entropy-every", 0);
    assertThat(study(hints).run(1, 15, (done, wrong) -> false).first()).isEmpty();
  }

  private static void assertCaught(String mutant, Plan plan, String property) {
    Trial wrong =
        study(plan.lacking(mutant)).run(1, 60, (done, bad) -> bad > 0).first().orElseThrow();
    assertThat(Study.violated(wrong)).as(mutant).contains(property);
    assertThat(study(plan).run(wrong.seed()).isWrong()).as("without %s", mutant).isFalse();
  }

  @Test
  void every_mutant_is_caught() {
    assertCaught("disjoint-quorums", plan(), QuorumExperiment.FRESH);
    assertCaught("no-repair", plan(), QuorumExperiment.CONVERGENCE);
    assertCaught(
        "no-flush",
        Plan.of(3).under(List.of(FaultKind.POWER), 30 * Plan.MILLI, 100 * Plan.MILLI),
        QuorumExperiment.DURABLE);
    assertCaught("hints-count", plan().losing(20_000, 0, 20_000), QuorumExperiment.FRESH);
    assertCaught("wall-clock", plan(), QuorumExperiment.FRESH);
    assertCaught("no-write-back", contended(), Ending.LINEARIZABLE);
    assertThat(QUORUM.card().mutants()).hasSize(6).hasSize(QuorumMutant.values().length);
  }

  /** One item that everybody asks for, and writes that often reach some nodes only. */
  private static Plan contended() {
    return Plan.of(3)
        .lasting(6, 10 * Plan.SECOND)
        .under(List.of(FaultKind.CRASH, FaultKind.PARTITION), 40 * Plan.MILLI, 40 * Plan.MILLI)
        .with("linearizable", 1)
        .with("items", 1)
        .with("read-repair", 0)
        .with("hinted-handoff", 0)
        .with("anti-entropy-every", 2 * Plan.SECOND);
  }

  /** Reads that hand back make R + W > N enough; no smaller sum is. */
  @Test
  void what_clients_see_is_linearizable_where_quorums_overlap_and_reads_hand_back() {
    int strict = 0;
    for (int reads = 1; reads <= 3; reads++) {
      for (int writes = 1; writes <= 3; writes++) {
        Plan plan =
            Plan.of(3)
                .lasting(6, 10 * Plan.SECOND)
                .losing(20_000, 20_000, 20_000)
                .under(QUORUM.card().withstands(), 150 * Plan.MILLI, 200 * Plan.MILLI)
                .with("linearizable", 1)
                .with("items", 2)
                .with("read-quorum", reads)
                .with("write-quorum", writes);
        int wrong = study(plan).run(0, 15, (done, bad) -> bad > 0).wrong();
        assertThat(wrong > 0).as("R=%d W=%d", reads, writes).isEqualTo(reads + writes <= 3);
        strict += wrong == 0 ? 1 : 0;
      }
    }
    assertThat(strict).isEqualTo(6);
  }

  /** A write reaches one node before the link is cut; two reads then see it come and go. */
  @Test
  void one_cut_is_enough_where_reads_answer_at_once() {
    FaultSchedule cut =
        new FaultSchedule(
            List.of(
                new Fault.Partition(2 * Plan.SECOND, 100 * Plan.MILLI, List.of(2), Fault.Way.OUT)));
    Plan plan = contended().under(List.of(), 1, 1).lasting(8, 3 * Plan.SECOND).with("items", 8);
    assertThat(new Study(QUORUM, plan, Optional.of(cut)).run(31).isWrong()).isFalse();
    Trial wrong = new Study(QUORUM, plan.lacking("no-write-back"), Optional.of(cut)).run(31);
    assertThat(Study.violated(wrong)).containsExactly(Ending.LINEARIZABLE);
  }

  @Test
  void one_wrong_clock_is_enough_where_the_last_writer_wins() {
    Study study = study(plan().lacking("wall-clock"));
    Trial wrong = study.run(1, 60, (done, bad) -> bad > 0).first().orElseThrow();
    Shrinking.Shrunk shrunk = study.shrink(wrong, 200);
    assertThat(shrunk.schedule().faults()).hasSize(1).first().isInstanceOf(Fault.Clock.class);
  }

  @Test
  void quorums_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> study(Plan.of(3).with("read-quorum", 4)).run(1))
        .hasMessageContaining("reads wait for 4 and writes for 2 answers of 3 nodes");
  }

  @Test
  void trees_differ_where_versions_do() {
    Map<Integer, Version> one = Map.of(0, new Version(1, 0, 5), 6, new Version(2, 1, 7));
    Map<Integer, Version> other = Map.of(0, new Version(1, 0, 5), 6, new Version(3, 1, 7));
    MerkleTree tree = new MerkleTree(one, 7);
    MerkleTree changed = new MerkleTree(other, 7);

    assertThat(tree.leaves()).isEqualTo(3);
    assertThat(tree.hash(0, 0)).isNotEqualTo(changed.hash(0, 0));
    assertThat(tree.hash(1, 0)).isEqualTo(changed.hash(1, 0));
    assertThat(tree.hash(1, 1)).isNotEqualTo(changed.hash(1, 1));
    assertThat(tree.hash(3, 6)).isNotEqualTo(changed.hash(3, 6));
  }
}
