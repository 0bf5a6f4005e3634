package godmode.simulate.lab;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The protocols that can be put under faults. */
public final class Experiments {
  private Experiments() {}

  /** Every one on the class path, sorted by name. */
  public static List<Experiment> onClassPath() {
    return ServiceLoader.load(Experiment.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(one -> one.card().name()))
        .toList();
  }

  /** The one of that name. */
  public static Optional<Experiment> named(String name) {
    return onClassPath().stream().filter(found -> found.card().name().equals(name)).findFirst();
  }
}
