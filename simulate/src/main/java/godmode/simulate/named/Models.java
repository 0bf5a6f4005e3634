package godmode.simulate.named;

import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.Search;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The models that have a name of their own. */
public final class Models {
  private Models() {}

  /** Every one on the class path, sorted by name. */
  public static List<NamedModel> onClassPath() {
    return ServiceLoader.load(NamedModel.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(NamedModel::name))
        .toList();
  }

  /** The one of that name. */
  public static Optional<NamedModel> named(String name) {
    return onClassPath().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /**
   * Searches one with numbers given by hand.
   *
   * @throws IllegalArgumentException with a message for people, if the numbers cannot be
   */
  public static Search search(NamedModel model, Map<String, String> given, Budget budget) {
    return Told.search(scenario(model, given), budget);
  }

  /** Goes through one schedule again; empty if it is none of this model. */
  public static Optional<Counterexample> replay(
      NamedModel model, Map<String, String> given, String token) {
    return Told.replay(scenario(model, given), token);
  }

  private static Scenario<?, ?> scenario(NamedModel model, Map<String, String> given) {
    Numbers numbers = new Numbers(given);
    Scenario<?, ?> scenario = model.scenario(numbers);
    numbers.settled();
    return scenario;
  }
}
