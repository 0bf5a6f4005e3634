package godmode.core.interview;

/**
 * One legal answer.
 *
 * @param value as the design record holds it
 * @param label what it means, in plain words
 */
public record Choice(String value, String label) {}
