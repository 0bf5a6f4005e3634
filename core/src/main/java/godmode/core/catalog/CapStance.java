package godmode.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The side of the CAP theorem a technology is on as it comes.
 *
 * @param tunableBy settings that move it
 */
public record CapStance(
    CapClass stance, List<String> tunableBy, Optional<String> note, Provenance provenance) {
  public CapStance {
    tunableBy = List.copyOf(tunableBy);
  }
}
