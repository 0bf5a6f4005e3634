package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentinelFailoverTest {
  private static String outcome(int sentinels, int quorum) {
    return Plain.outcome(
        new SentinelFailover(sentinels, quorum), SentinelFailover.SERVES, SentinelFailover.GOALS);
  }

  @Test
  void one_sentinel_that_lost_its_own_link_costs_a_write() {
    assertThat(outcome(3, 1))
        .isEqualTo(
            "broken: [act=SEND, sentinel=-1] [act=CUT, sentinel=0]"
                + " [act=SUSPECT, sentinel=0] [act=BEGIN, sentinel=0] [act=AUTHORISE,"
                + " sentinel=1] [act=PROMOTE, sentinel=0] [act=STORE_ON_OLD,"
                + " sentinel=-1] [act=DEMOTE, sentinel=0]");
  }

  @Test
  void two_sentinels_cannot_replace_a_primary_that_took_one_with_it() {
    assertThat(outcome(2, 2))
        .isEqualTo(
            "stuck: [act=SEND, sentinel=-1] [act=HOST_FAILS, sentinel=0]"
                + " [act=SUSPECT, sentinel=1]");
  }

  @Test
  void two_of_three_neither_lose_nor_block() {
    assertThat(outcome(3, 2)).isEqualTo("exhausted: 51 states, missed []");
    assertThat(outcome(5, 3)).isEqualTo("exhausted: 657 states, missed []");
  }
}
