package godmode.simulate.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.CounterexampleFinder.Limit;
import godmode.core.review.CounterexampleFinder.Watch;
import godmode.simulate.model.Plain;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorerTest {
  private static final Budget PLENTY = Budget.ofStates(1_000);

  /** Two hands of a clock with a few hours each; every world is reached, the last one is stuck. */
  record Hands(int hours) implements Model<Hands.Time, String> {
    record Time(int small, int large) {}

    @Override
    public Time start() {
      return new Time(0, 0);
    }

    @Override
    public void moves(Time now, Moves<Time, String> out) {
      if (now.small < hours - 1) {
        out.step("small", new Time(now.small + 1, now.large));
      }
      if (now.large < hours - 1) {
        out.fault("large", new Time(now.small, now.large + 1));
      }
    }
  }

  private static Exploration<Hands.Time, String> explore(Property<Hands.Time> property) {
    return Explorer.explore(Plain.scenario(new Hands(4), property, List.of()), PLENTY);
  }

  @Test
  void looks_at_every_world_once() {
    assertThat(explore(Property.always(now -> true)))
        .isEqualTo(new Exploration.Exhausted<>(16, 24, 6, List.of()));
  }

  @Test
  void names_the_goals_that_nothing_reaches() {
    Scenario<Hands.Time, String> scenario =
        Plain.scenario(
            new Hands(2),
            Property.always(now -> true),
            List.of(
                new Goal<>("both at one", now -> now.small + now.large == 2),
                new Goal<>("noon", now -> now.small == 12)));

    assertThat(Explorer.explore(scenario, PLENTY))
        .isEqualTo(new Exploration.Exhausted<>(4, 4, 2, List.of("noon")));
  }

  @Test
  void finds_a_shortest_schedule_and_replays_it() {
    Scenario<Hands.Time, String> scenario =
        Plain.scenario(
            new Hands(4), Property.always(now -> now.small + 2 * now.large < 4), List.of());
    Exploration<Hands.Time, String> end = Explorer.explore(scenario, PLENTY);

    assertThat(end).isInstanceOf(Exploration.Counterexample.class);
    Exploration.Counterexample<Hands.Time, String> found =
        (Exploration.Counterexample<Hands.Time, String>) end;
    assertThat(found.token()).isEqualTo("1.1");
    assertThat(found.last()).isEqualTo(new Hands.Time(0, 2));
    assertThat(Explorer.replay(scenario, "1.1").orElseThrow().schedule())
        .isEqualTo(found.schedule());
    assertThat(Explorer.replay(scenario, "1.1.7")).isEmpty();
    assertThat(Explorer.replay(scenario, "one")).isEmpty();
    assertThat(Explorer.replay(scenario, "")).isEmpty();
  }

  @Test
  void somebody_who_waits_cannot_count_on_a_fault() {
    Exploration<Hands.Time, String> end = explore(Property.neverStuck(now -> now.large < 3));

    assertThat(end).isInstanceOf(Exploration.Counterexample.class);
    Exploration.Counterexample<Hands.Time, String> found =
        (Exploration.Counterexample<Hands.Time, String>) end;
    assertThat(found.stuck()).isTrue();
    assertThat(found.token()).isEqualTo("0.0.0");
  }

  @Test
  void of_a_broken_world_and_a_nearer_stuck_one_the_nearer_is_told() {
    Exploration<Hands.Time, String> end =
        explore(new Property<>(now -> now.small + now.large < 4, now -> now.small == 3));

    assertThat(end).isInstanceOf(Exploration.Counterexample.class);
    assertThat(((Exploration.Counterexample<Hands.Time, String>) end).token()).isEqualTo("0.0.0");
  }

  @Test
  void says_how_far_it_came_when_its_budget_is_spent() {
    Scenario<Hands.Time, String> scenario =
        Plain.scenario(new Hands(4), Property.always(now -> true), List.of());

    assertThat(Explorer.explore(scenario, Budget.ofStates(5)))
        .isEqualTo(new Exploration.BudgetSpent<>(6, 2, Limit.STATES));
    assertThat(
            Explorer.explore(scenario, new Budget(1_000, Long.MAX_VALUE, (states, depth) -> true)))
        .isEqualTo(new Exploration.BudgetSpent<>(1, 0, Limit.WATCH));
    assertThat(Explorer.explore(scenario, new Budget(1_000, 12_440, Watch.NOBODY)))
        .isEqualTo(new Exploration.BudgetSpent<>(6, 2, Limit.MEMORY));
  }

  @Test
  void a_property_that_fails_at_the_start_is_a_defect_of_the_model() {
    assertThatThrownBy(() -> explore(Property.always(now -> false)))
        .isInstanceOf(IllegalStateException.class);
  }
}
