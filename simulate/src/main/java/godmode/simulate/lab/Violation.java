package godmode.simulate.lab;

/**
 * Something that must never happen, and did.
 *
 * @param property what was to hold: {@code at most one leader in a term}
 * @param at when, in nanoseconds
 * @param what happened, as a clause
 */
public record Violation(String property, long at, String what) {}
