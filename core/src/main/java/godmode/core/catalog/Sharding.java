package godmode.core.catalog;

import java.util.Optional;

/**
 * How data is spread.
 *
 * @param key what decides where an item lives
 * @param hotSpot which keys overload one shard
 * @param reversible whether the choice can be undone, and how
 */
public record Sharding(
    String key,
    Optional<String> hotSpot,
    Optional<String> reversible,
    Optional<String> sizing,
    Provenance provenance) {}
