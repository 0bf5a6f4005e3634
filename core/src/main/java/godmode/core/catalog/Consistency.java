package godmode.core.catalog;

import java.util.List;
import java.util.Optional;

/** The levels a client can choose, for reads, writes and transactions. */
public record Consistency(
    Optional<Levels> read,
    Optional<Levels> write,
    Optional<Levels> isolation,
    Provenance provenance) {

  /**
   * A choice of levels.
   *
   * @param levels weakest first; empty when the level cannot be chosen
   * @param standard what is used when nothing is chosen
   */
  public record Levels(List<String> levels, String standard, Optional<String> note) {
    public Levels {
      levels = List.copyOf(levels);
    }
  }
}
