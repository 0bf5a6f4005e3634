package godmode.core.catalog;

/**
 * A default duration, or a relation between durations.
 *
 * @param key ends in {@code -ms} or {@code -s} when the value is a bare number
 */
public record Timing(String key, String value, Provenance provenance) {}
