package godmode.core.review;

import godmode.core.evidence.Environment;

/**
 * One model that was run by itself.
 *
 * @param subject what it was run for, by its id
 * @param end how the search ended
 */
public record Simulation(
    String system, String rule, String subject, Environment environment, Search end) {}
