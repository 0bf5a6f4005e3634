package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.model.ConflictingWrites.Resolution;
import org.junit.jupiter.api.Test;

class ConflictingWritesTest {
  private static String settles(Resolution resolution, int sides) {
    ConflictingWrites model = new ConflictingWrites(resolution, sides);
    return Plain.outcome(model, model.settles(), ConflictingWrites.GOALS);
  }

  @Test
  void where_nothing_says_which_change_wins_the_copies_do_not_settle() {
    assertThat(settles(Resolution.UNSAID, 2))
        .isEqualTo(
            "broken: [act=PARTITION, side=0] [act=WRITE, side=0] [act=WRITE,"
                + " side=1] [act=HEAL, side=0] [act=KEEP_BOTH_APART, side=0]");
    assertThat(settles(Resolution.UNSAID, 1)).isEqualTo("exhausted: 7 states, missed []");
    assertThat(settles(Resolution.MERGE, 2)).isEqualTo("exhausted: 13 states, missed []");
    assertThat(settles(Resolution.LATER_WINS, 2)).isEqualTo("exhausted: 14 states, missed []");
  }

  @Test
  void the_later_change_wins_and_the_earlier_one_is_lost() {
    assertThat(
            Plain.outcome(
                new ConflictingWrites(Resolution.LATER_WINS, 2),
                ConflictingWrites.NOTHING_LOST,
                ConflictingWrites.GOALS))
        .isEqualTo(
            "broken: [act=PARTITION, side=0] [act=WRITE, side=0] [act=WRITE,"
                + " side=1] [act=HEAL, side=0] [act=TAKE, side=0]");
    assertThat(
            Plain.outcome(
                new ConflictingWrites(Resolution.MERGE, 2),
                ConflictingWrites.NOTHING_LOST,
                ConflictingWrites.GOALS))
        .isEqualTo("exhausted: 13 states, missed []");
  }
}
