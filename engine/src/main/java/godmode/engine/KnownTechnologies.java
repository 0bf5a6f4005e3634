package godmode.engine;

import godmode.catalog.Catalog;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import java.util.Locale;
import java.util.Optional;

/** The technologies of the catalog, by the names under which people ask for them. */
public final class KnownTechnologies {
  private final Technologies known;

  private KnownTechnologies(Technologies known) {
    this.known = known;
  }

  /** Those of the catalog on the class path. */
  public static KnownTechnologies standard() {
    return new KnownTechnologies(Catalog.load());
  }

  /**
   * The technology of that id or name, without regard to case: {@code kafka}, {@code Apache Kafka}.
   */
  public Optional<Technology> find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return known
        .byId(wanted)
        .or(
            () ->
                known.all().stream()
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
                    .findFirst());
  }
}
