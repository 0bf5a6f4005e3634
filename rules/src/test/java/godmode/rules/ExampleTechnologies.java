package godmode.rules;

import godmode.catalog.Catalog;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import java.util.Optional;

/** The technologies that examples may name: those of the real catalog. */
final class ExampleTechnologies {
  private static final Technologies KNOWN = Catalog.load();

  private ExampleTechnologies() {}

  static Optional<Technology> byId(String id) {
    return KNOWN.byId(id);
  }

  static ComponentType type(Optional<Technology> technology) {
    return technology.map(Technology::type).orElse(ComponentType.DATABASE);
  }
}
