package godmode.simulate.fault;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.fault.Fault.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  private static FaultSchedule faults(int count) {
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Pause(i, 1, i));
    }
    return new FaultSchedule(all);
  }

  private static List<Long> times(FaultSchedule schedule) {
    return schedule.faults().stream().map(Fault::at).toList();
  }

  private static boolean has(FaultSchedule schedule, long... at) {
    for (long time : at) {
      if (!times(schedule).contains(time)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void what_is_not_needed_is_left_out() {
    Shrinking.Shrunk shrunk = Shrinking.of(faults(12), s -> has(s, 3, 9), 1_000);

    assertThat(times(shrunk.schedule())).containsExactly(3L, 9L);
    assertThat(shrunk.isFewest()).isTrue();
  }

  @Test
  void breadth_first_finds_fewer_where_delta_debugging_stops() {
    // three of one kind go wrong, and so does a pair that delta debugging has thrown away
    Predicate<FaultSchedule> wrong = s -> has(s, 0, 1, 2) || has(s, 4, 7);
    Shrinking.Shrunk shrunk = Shrinking.of(faults(8), wrong, 1_000);

    assertThat(times(shrunk.schedule())).containsExactly(4L, 7L);
  }

  @Test
  void a_run_that_goes_wrong_without_faults_keeps_none() {
    assertThat(Shrinking.of(faults(5), s -> true, 100).schedule()).isEqualTo(FaultSchedule.NONE);
  }

  @Test
  void a_budget_ends_it_and_it_says_so() {
    Shrinking.Shrunk shrunk = Shrinking.of(faults(12), s -> has(s, 1, 5, 9), 25);

    assertThat(shrunk.runs()).isEqualTo(25);
    assertThat(shrunk.isFewest()).isFalse();
    assertThat(has(shrunk.schedule(), 1, 5, 9)).isTrue();
  }

  @Test
  void every_small_cause_is_found_exactly() {
    int causes = 0;
    for (int a = 0; a < 7; a++) {
      for (int b = a; b < 7; b++) {
        for (int c = b; c < 7; c++) {
          long[] needed = {a, b, c};
          Shrinking.Shrunk shrunk = Shrinking.of(faults(7), s -> has(s, needed), 1_000);
          assertThat(shrunk.schedule().faults())
              .hasSize((int) java.util.Arrays.stream(needed).distinct().count());
          causes++;
        }
      }
    }
    assertThat(causes).isEqualTo(84);
  }
}
