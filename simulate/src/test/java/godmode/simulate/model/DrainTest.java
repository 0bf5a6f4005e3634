package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DrainTest {
  private static String outcome(int voters, int needed, int allowed) {
    Drain model = new Drain(voters, needed, allowed);
    return Plain.outcome(model, Drain.servesAndEnds(model), Drain.GOALS);
  }

  @Test
  void a_budget_of_one_moves_every_voter_and_keeps_a_majority() {
    assertThat(outcome(3, 2, 1)).isEqualTo("exhausted: 12 states, missed []");
  }

  @Test
  void one_more_and_an_upgrade_takes_the_majority_away() {
    assertThat(outcome(3, 2, 2))
        .isEqualTo(
            "broken: [act=ASK, voter=0] [act=EVICT, voter=0] [act=ASK, voter=1]"
                + " [act=EVICT, voter=1]");
    assertThat(outcome(5, 3, 2)).startsWith("exhausted:");
  }

  @Test
  void a_budget_of_none_lets_a_drain_wait_for_ever() {
    assertThat(outcome(3, 2, 0)).isEqualTo("stuck: [act=ASK, voter=0]");
  }

  @Test
  void refuses_numbers_that_cannot_be() {
    assertThatThrownBy(() -> new Drain(3, 4, 1))
        .hasMessage("3 voters of which 4 decide and 1 may be away");
  }
}
