package godmode.templates;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.Counterexample;
import godmode.core.review.Counterexample.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatTest {
  private static Counterexample of(Step... steps) {
    return new Counterexample("c", List.of(steps), "e", List.of(), 9, "0");
  }

  @Test
  void what_several_nodes_do_alike_is_one_line_under_the_number_of_the_first() {
    List<Beat> beats =
        Beat.of(
            of(
                new Step("a", "writes v1", "", "", false),
                new Step("n1", "stores v1", "a", "n1 = v1", false),
                new Step("n2", "stores v1", "a", "n2 = v1", false),
                new Step("n3", "stores v1", "a", "", false),
                new Step("b", "reads", "", "", false)));

    assertThat(beats.stream().map(b -> b.number() + " " + b.sentence() + " " + b.change()))
        .containsExactly(
            "1 a writes v1 ", "2 n1 stores v1; so do n2, n3 n1 = v1, n2 = v1", "5 b reads ");
  }

  @Test
  void a_fault_is_never_told_as_a_step_nor_a_node_as_its_own_follower() {
    List<Beat> beats =
        Beat.of(
            of(
                new Step("n1", "stops", "", "", false),
                new Step("n2", "stops", "", "", true),
                new Step("n2", "stops", "", "", true)));

    assertThat(beats).extracting(Beat::number).containsExactly(1, 2, 3);
  }

  @Test
  void of_what_changes_twice_the_last_counts() {
    List<Beat> beats =
        Beat.of(
            of(
                new Step("n2", "votes for n1", "n1", "n1: 2 of 3 votes", false),
                new Step("n3", "votes for n1", "n1", "n1: 3 of 3 votes", false)));

    assertThat(beats.get(0).change()).isEqualTo("n1: 3 of 3 votes");
  }
}
