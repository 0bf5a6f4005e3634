package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.quorum.Majority;
import godmode.simulate.explore.Exploration;
import org.junit.jupiter.api.Test;

class MajorityVotersTest {
  private static String elects(int voters, int needed, int splits, int failures) {
    return Plain.outcome(
        new MajorityVoters(voters, needed, splits, failures),
        MajorityVoters.SOME_LEADER,
        MajorityVoters.GOALS);
  }

  @Test
  void two_halves_of_four_are_both_too_small() {
    assertThat(elects(4, 3, 1, 0))
        .isEqualTo(
            "stuck: [act=SPLIT, who=12] [act=STAND, who=0] [act=VOTE, who=1]"
                + " [act=STAND, who=2] [act=VOTE, who=3]");
    assertThat(elects(3, 2, 1, 0)).isEqualTo("exhausted: 32 states, missed []");
    assertThat(elects(5, 3, 1, 0)).isEqualTo("exhausted: 338 states, missed []");
  }

  /** Four is not unsafe: only a quorum of half the voters lets both sides lead. */
  @Test
  void both_halves_lead_only_where_half_of_the_votes_suffice() {
    assertThat(
            Plain.outcome(
                new MajorityVoters(4, 3, 1, 0), MajorityVoters.ONE_LEADER, MajorityVoters.GOALS))
        .isEqualTo("exhausted: 88 states, missed []");
    assertThat(
            Plain.outcome(
                new MajorityVoters(4, 2, 1, 0), MajorityVoters.ONE_LEADER, MajorityVoters.GOALS))
        .isEqualTo(
            "broken: [act=SPLIT, who=12] [act=STAND, who=0] [act=VOTE, who=1]"
                + " [act=LEAD, who=0] [act=STAND, who=2] [act=VOTE, who=3] [act=LEAD,"
                + " who=2]");
  }

  @Test
  void as_many_failures_are_tolerated_as_the_arithmetic_says() {
    int cases = 0;
    for (int voters = 1; voters <= 6; voters++) {
      for (int failures = 0; failures < voters; failures++) {
        boolean holds =
            Plain.explore(
                    new MajorityVoters(voters, Majority.of(voters), 0, failures),
                    MajorityVoters.SOME_LEADER,
                    MajorityVoters.GOALS)
                instanceof Exploration.Exhausted;
        assertThat(holds)
            .as("%d voters, %d down", voters, failures)
            .isEqualTo(failures <= Majority.tolerates(voters));
        cases++;
      }
    }
    assertThat(cases).isEqualTo(21);
  }
}
