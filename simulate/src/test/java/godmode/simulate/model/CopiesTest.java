package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopiesTest {
  private static String outcome(int members, int copies) {
    return Plain.outcome(new Copies(members, copies, 1), Copies.ANSWERED, Copies.GOALS);
  }

  @Test
  void a_request_for_the_only_copy_waits_while_its_member_is_away() {
    assertThat(outcome(1, 1)).isEqualTo("stuck: [act=ASK, member=-1] [act=STOP, member=0]");
    assertThat(outcome(3, 1)).isEqualTo("stuck: [act=ASK, member=-1] [act=STOP, member=0]");
    assertThat(outcome(3, 2)).isEqualTo("exhausted: 12 states, missed []");
  }
}
