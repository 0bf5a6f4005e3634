package godmode.core.catalog;

import java.util.Optional;

/**
 * The PACELC class under a stated condition.
 *
 * @param when the condition
 * @param otherwise what it is when the condition does not hold
 */
public record PacelcStance(
    PacelcClass stance, String when, Optional<String> otherwise, Provenance provenance) {}
