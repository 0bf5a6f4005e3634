package godmode.core.catalog;

/**
 * A fact that has no field of its own.
 *
 * @param about what it is about, in a few words: {@code topology members}, {@code anti-pattern}
 * @param text one sentence or clause
 */
public record Remark(String about, String text, Provenance provenance) {}
