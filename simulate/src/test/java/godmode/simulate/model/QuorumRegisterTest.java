package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.explore.Exploration;
import org.junit.jupiter.api.Test;

class QuorumRegisterTest {
  private static String outcome(QuorumRegister model) {
    return Plain.outcome(model, QuorumRegister.FRESH, QuorumRegister.GOALS);
  }

  @Test
  void a_read_of_too_few_misses_an_acknowledged_write() {
    assertThat(outcome(new QuorumRegister(3, 1, 2, 1, 1, false)))
        .isEqualTo(
            "broken: [act=BEGIN_WRITE, by=1, node=-1] [act=STORE, by=1, node=0]"
                + " [act=STORE, by=1, node=1] [act=BEGIN_READ, by=0, node=-1]"
                + " [act=ANSWER, by=0, node=2]");
  }

  @Test
  void one_answer_more_and_no_schedule_misses_it() {
    assertThat(outcome(new QuorumRegister(3, 2, 2, 1, 1, false)))
        .isEqualTo("exhausted: 40 states, missed []");
    assertThat(outcome(new QuorumRegister(3, 2, 2, 2, 1, false)))
        .isEqualTo("exhausted: 268 states, missed []");
  }

  /** Overlapping quorums alone are not linearizable: a second reader may be shown less. */
  @Test
  void two_readers_see_new_and_then_old_unless_reads_write_back() {
    assertThat(outcome(new QuorumRegister(3, 2, 2, 1, 2, false)))
        .isEqualTo(
            "broken: [act=BEGIN_WRITE, by=1, node=-1] [act=STORE, by=1, node=0]"
                + " [act=BEGIN_READ, by=0, node=-1] [act=ANSWER, by=0, node=1]"
                + " [act=ANSWER, by=0, node=0] [act=BEGIN_READ, by=1, node=-1]"
                + " [act=ANSWER, by=1, node=2] [act=ANSWER, by=1, node=1]");
    assertThat(outcome(new QuorumRegister(3, 2, 2, 1, 2, true)))
        .isEqualTo("exhausted: 2794 states, missed []");
  }

  @Test
  void folding_equal_nodes_changes_the_count_and_not_the_answer() {
    int answers = 0;
    for (int read = 1; read <= 3; read++) {
      for (int write = 1; write <= 3; write++) {
        QuorumRegister folded = new QuorumRegister(3, read, write, 2, 1, false);
        Exploration<QuorumRegister.World, QuorumRegister.Action> few =
            Plain.explore(folded, QuorumRegister.FRESH, QuorumRegister.GOALS);
        Exploration<QuorumRegister.World, QuorumRegister.Action> many =
            Plain.explore(new Plain.Unfolded<>(folded), QuorumRegister.FRESH, QuorumRegister.GOALS);
        assertThat(few.getClass()).isEqualTo(many.getClass());
        assertThat(few.states()).isLessThan(many.states());
        if (few instanceof Exploration.Counterexample<?, ?> shortest
            && many instanceof Exploration.Counterexample<?, ?> other) {
          assertThat(shortest.schedule()).hasSameSizeAs(other.schedule());
        }
        answers++;
      }
    }
    assertThat(answers).isEqualTo(9);
  }

  @Test
  void refuses_numbers_that_cannot_be() {
    assertThatThrownBy(() -> new QuorumRegister(3, 4, 1, 1, 1, false))
        .hasMessage(
            "of 3 nodes 4 answer reads and 1 take writes; both are 1 to all, and the model has 1 to"
                + " 8 nodes");
  }
}
