package godmode.templates.html;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.Counterexample;
import godmode.core.review.Counterexample.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Counterexample LOST =
      new Counterexample(
          "no acknowledged write is lost",
          List.of(
              new Step("client", "sends v1 to db-1", "db-1", "", false),
              new Step("db-1", "stores v1", "", "db-1 = v1", false),
              new Step("db-1", "crashes", "", "", true)),
          "v1 is gone.",
          List.of("2 nodes"),
          9,
          "0.1.2");

  @Test
  void each_node_has_a_lane_and_each_step_a_row_further_down() {
    Timeline timeline = Timeline.of(LOST);

    assertThat(timeline.lanes()).extracting(Timeline.Lane::name).containsExactly("client", "db-1");
    assertThat(timeline.marks()).extracting(Timeline.Mark::number).containsExactly(1, 2, 3);
    assertThat(timeline.marks()).extracting(Timeline.Mark::y).isSorted().doesNotHaveDuplicates();
    assertThat(timeline.marks()).allMatch(mark -> mark.y() < timeline.height());
    assertThat(timeline.lanes()).allMatch(lane -> lane.x() < timeline.width());
  }

  @Test
  void a_message_leads_from_lane_to_lane_and_a_fault_is_told_apart() {
    List<Timeline.Mark> marks = Timeline.of(LOST).marks();

    assertThat(marks.get(0).isMessage()).isTrue();
    assertThat(marks.get(0).to()).isEqualTo(marks.get(1).from());
    assertThat(marks.get(1).isMessage()).isFalse();
    assertThat(marks.get(1).state()).isEqualTo("db-1 = v1");
    assertThat(marks).extracting(Timeline.Mark::fault).containsExactly(false, false, true);
  }
}
