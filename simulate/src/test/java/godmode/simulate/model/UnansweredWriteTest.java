package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnansweredWriteTest {
  private static String outcome(boolean waits) {
    return Plain.outcome(new UnansweredWrite(waits), UnansweredWrite.KEPT, UnansweredWrite.GOALS);
  }

  @Test
  void a_client_that_waits_for_no_answer_takes_a_lost_write_for_done() {
    assertThat(outcome(false)).isEqualTo("broken: SEND BREAK TAKE_FOR_DONE");
  }

  @Test
  void a_client_that_waits_sends_again() {
    assertThat(outcome(true)).isEqualTo("exhausted: 8 states, missed []");
  }
}
