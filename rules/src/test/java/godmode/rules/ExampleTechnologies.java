package godmode.rules;

import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import java.util.Optional;

/** The technologies that examples may name. */
final class ExampleTechnologies {
  private ExampleTechnologies() {}

  static Optional<Technology> byId(String id) {
    return Optional.empty();
  }

  static ComponentType type(Optional<Technology> technology) {
    return ComponentType.DATABASE;
  }
}
