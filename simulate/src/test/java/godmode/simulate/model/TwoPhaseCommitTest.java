package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.explore.Exploration;
import godmode.simulate.explore.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoPhaseCommitTest {
  private static final List<Goal<TwoPhaseCommit.World>> GOALS =
      List.of(
          new Goal<>("all committed", world -> world.committed() == 0b111),
          new Goal<>("all aborted", world -> world.aborted() == 0b111));

  /** TLC finds 288 and 8,832 distinct states for TwoPhase.tla with 3 and 5 resource managers. */
  @Test
  void has_as_many_states_as_the_published_specification() {
    assertThat(Plain.explore(new TwoPhaseCommit(3, 0), TwoPhaseCommit.ATOMIC, GOALS))
        .isEqualTo(new Exploration.Exhausted<>(288, 761, 10, List.of()));
    assertThat(Plain.explore(new TwoPhaseCommit(5, 0), TwoPhaseCommit.ATOMIC, List.of()).states())
        .isEqualTo(8_832);
  }

  @Test
  void blocks_when_the_coordinator_stops_and_still_does_not_corrupt() {
    assertThat(Plain.outcome(new TwoPhaseCommit(3, 0), TwoPhaseCommit.NEVER_BLOCKED, GOALS))
        .isEqualTo("exhausted: 288 states, missed []");
    assertThat(Plain.outcome(new TwoPhaseCommit(2, 1), TwoPhaseCommit.NEVER_BLOCKED, List.of()))
        .isEqualTo(
            "stuck: [act=CRASH, manager=-1] [act=PREPARE, manager=0] [act=PREPARE, manager=1]");
    assertThat(Plain.outcome(new TwoPhaseCommit(3, 1), TwoPhaseCommit.ATOMIC, GOALS))
        .isEqualTo("exhausted: 352 states, missed []");
  }
}
