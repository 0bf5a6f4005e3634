package godmode.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Why a fact of the catalog is believed.
 *
 * @param sources pages, papers, or {@code repo:owner/name@commit:path} for code that was read; may
 *     be empty, then the fact is unverified
 * @param unverified nobody has compared the fact with a primary source yet; print it as such
 * @param unverifiedPart the part that was not compared, when the rest was
 */
public record Provenance(
    List<String> sources, boolean unverified, Optional<String> unverifiedPart) {
  public Provenance {
    sources = List.copyOf(sources);
    if (sources.isEmpty() && !unverified) {
      throw new IllegalArgumentException("a fact needs a source or the mark 'unverified'");
    }
  }

  /** Whether all of it was compared with a primary source. */
  public boolean verified() {
    return !unverified && unverifiedPart.isEmpty();
  }
}
