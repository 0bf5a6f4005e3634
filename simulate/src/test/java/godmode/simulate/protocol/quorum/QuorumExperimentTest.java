package godmode.simulate.protocol.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.fault.FaultKind;
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
    assertThat(QUORUM.card().mutants()).hasSize(3);
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
