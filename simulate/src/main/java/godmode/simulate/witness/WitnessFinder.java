package godmode.simulate.witness;

import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder;
import godmode.core.review.Search;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Told;
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
        ? Told.search(scenario.get(), budget)
        : new Search.NotModelled(
            rules().contains(rule)
                ? rule + " has nothing to try on " + subject.id() + ", or a number is not known"
                : rule + " has no model");
  }

  @Override
  public Optional<Counterexample> replay(
      String rule, Subject subject, Design design, String token) {
    return scenario(rule, subject, design).flatMap(scenario -> Told.replay(scenario, token));
  }

  private Optional<Scenario<?, ?>> scenario(String rule, Subject subject, Design design) {
    return witnesses.stream()
        .filter(witness -> witness.rule().equals(rule))
        .findFirst()
        .flatMap(witness -> witness.scenario(subject, design));
  }
}
