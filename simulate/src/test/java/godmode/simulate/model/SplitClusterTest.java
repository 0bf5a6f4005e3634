package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitClusterTest {
  private static String outcome(int members, boolean pauses, boolean begins) {
    return Plain.outcome(
        new SplitCluster(members, pauses, begins), SplitCluster.ONE_SIDE, SplitCluster.GOALS);
  }

  @Test
  void sides_that_go_on_both_take_changes() {
    assertThat(outcome(3, false, false))
        .isEqualTo("broken: [act=SPLIT, side=1] [act=CHANGE, side=0] [act=CHANGE, side=1]");
  }

  @Test
  void a_smaller_side_that_stops_takes_none() {
    assertThat(outcome(3, true, false)).isEqualTo("exhausted: 13 states, missed []");
  }

  @Test
  void unless_a_member_begins_a_cluster_of_its_own_when_it_restarts() {
    assertThat(outcome(3, true, true))
        .isEqualTo(
            "broken: [act=SPLIT, side=1] [act=CHANGE, side=0] [act=PAUSE, side=1]"
                + " [act=RESTART, side=1] [act=CHANGE, side=1]");
  }
}
