package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseTest {
  private static String outcome(Lease model) {
    return Plain.outcome(model, Lease.EXCLUSIVE, Lease.GOALS);
  }

  @Test
  void a_paused_holder_writes_after_its_successor() {
    assertThat(outcome(new Lease(2, false, false, 1, 0)))
        .isEqualTo(
            "broken: [act=GRANT, who=0] [act=CHECK, who=0] [act=PAUSE, who=0]"
                + " [act=EXPIRE, who=0] [act=GRANT, who=1] [act=CHECK, who=1]"
                + " [act=WRITE, who=1] [act=WRITE, who=0]");
  }

  @Test
  void a_slow_clock_does_as_well_as_a_pause() {
    assertThat(outcome(new Lease(2, false, false, 0, 1)))
        .isEqualTo(
            "broken: [act=GRANT, who=0] [act=SLOW_CLOCK, who=0] [act=CHECK,"
                + " who=0] [act=EXPIRE, who=0] [act=GRANT, who=1] [act=CHECK, who=1]"
                + " [act=WRITE, who=1] [act=WRITE, who=0]");
  }

  @Test
  void a_token_helps_only_where_the_store_compares_it() {
    assertThat(outcome(new Lease(2, true, false, 1, 1))).startsWith("broken: ");
    assertThat(outcome(new Lease(2, false, true, 1, 1))).startsWith("broken: ");
    assertThat(outcome(new Lease(2, true, true, 1, 1)))
        .isEqualTo("exhausted: 165 states, missed []");
    assertThat(outcome(new Lease(3, true, true, 1, 1)))
        .isEqualTo("exhausted: 1255 states, missed []");
  }

  @Test
  void without_pauses_and_slow_clocks_no_token_is_needed() {
    assertThat(outcome(new Lease(2, false, false, 0, 0)))
        .isEqualTo("exhausted: 17 states, missed []");
  }
}
