package godmode.simulate.witness;

import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder;
import godmode.core.review.Search;
import godmode.simulate.explore.Exploration;
import godmode.simulate.explore.Explorer;
import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Telling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Explores the scenarios of witnesses. */
public final class WitnessFinder implements CounterexampleFinder {
  private final List<Witness> witnesses;

  WitnessFinder(List<Witness> witnesses) {
    this.witnesses = List.copyOf(witnesses);
  }

  /** With every witness on the class path. */
  public static WitnessFinder onClassPath() {
    return new WitnessFinder(
        ServiceLoader.load(Witness.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Witness::rule))
            .toList());
  }

  @Override
  public List<String> rules() {
    return witnesses.stream().map(Witness::rule).toList();
  }

  @Override
  public boolean models(String rule, Subject subject, Design design) {
    return scenario(rule, subject, design).isPresent();
  }

  @Override
  public Search find(String rule, Subject subject, Design design, Budget budget) {
    Optional<Scenario<?, ?>> scenario = scenario(rule, subject, design);
    return scenario.isPresent()
        ? search(scenario.get(), budget)
        : new Search.NotModelled(
            rules().contains(rule)
                ? rule + " has nothing to try on " + subject.id() + ", or a number is not known"
                : rule + " has no model");
  }

  @Override
  public Optional<Counterexample> replay(
      String rule, Subject subject, Design design, String token) {
    return scenario(rule, subject, design).flatMap(scenario -> replay(scenario, token));
  }

  private Optional<Scenario<?, ?>> scenario(String rule, Subject subject, Design design) {
    return witnesses.stream()
        .filter(witness -> witness.rule().equals(rule))
        .findFirst()
        .flatMap(witness -> witness.scenario(subject, design));
  }

  private static <W extends Record, A> Search search(Scenario<W, A> scenario, Budget budget) {
    Telling<W, A> telling = scenario.telling();
    Exploration<W, A> end = Explorer.explore(scenario, budget);
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
    return new Search.BudgetSpent(telling.claim(), telling.bounds(), spent.states(), spent.depth());
  }

  private static <W extends Record, A> Optional<Counterexample> replay(
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
