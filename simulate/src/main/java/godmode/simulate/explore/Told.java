package godmode.simulate.explore;

import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explorations in the words of their scenarios. */
public final class Told {
  private Told() {}

  /** Explores, and tells the end. */
  public static <W extends Record, A> Search search(Scenario<W, A> scenario, Budget budget) {
    Telling<W, A> telling = scenario.telling();
    Exploration<W, A> end =
        scenario
            .packed()
            .map(packed -> PackedExplorer.explore(scenario, packed, budget))
            .orElseGet(() -> Explorer.explore(scenario, budget));
    if (end instanceof Exploration.Counterexample<W, A> found) {
      return new Search.Found(
          told(found, telling, telling.ending(found.last(), found.stuck()), found.states()));
    }
    if (end instanceof Exploration.Exhausted<W, A> all) {
      List<String> reached = new ArrayList<>(scenario.goals().stream().map(Goal::name).toList());
      reached.removeAll(all.missed());
      return new Search.Exhausted(telling.claim(), telling.bounds(), all.states(), reached);
    }
    Exploration.BudgetSpent<W, A> spent = (Exploration.BudgetSpent<W, A>) end;
    return new Search.BudgetSpent(
        telling.claim(), telling.bounds(), spent.states(), spent.depth(), spent.limit());
  }

  /**
   * Goes through one schedule again.
   *
   * @param token the choices, as a counterexample names them
   */
  public static <W extends Record, A> Optional<Counterexample> replay(
      Scenario<W, A> scenario, String token) {
    return Explorer.replay(scenario, token)
        .map(
            found -> {
              boolean wrong = found.stuck() || !scenario.property().holds().test(found.last());
              return told(
                  found,
                  scenario.telling(),
                  wrong
                      ? scenario.telling().ending(found.last(), found.stuck())
                      : Counterexample.NOTHING_WRONG,
                  found.states());
            });
  }

  private static <W extends Record, A> Counterexample told(
      Exploration.Counterexample<W, A> found, Telling<W, A> telling, String ending, int states) {
    return new Counterexample(
        telling.claim(),
        found.schedule().stream()
            .map(t -> telling.tell(t.before(), t.action(), t.after(), t.fault()))
            .toList(),
        ending,
        telling.bounds(),
        states,
        found.token());
  }
}
