package godmode.core.review;

import godmode.core.fact.Attribute;

/**
 * A fact that a rule needed and did not get.
 *
 * @param owner id of the subject it is about
 * @param why one clause
 */
public record Missing(String owner, Attribute<?> attribute, String why) {}
