package godmode.core.catalog;

import java.util.Optional;

/**
 * A library or statement that people build locks or leader election from.
 *
 * @param fenced whether it gives the holder a token that grows; absent when not known
 */
public record LockRecipe(
    String name, Optional<Boolean> fenced, Optional<String> note, Provenance provenance) {}
