package godmode.detectors.settings;

import godmode.core.fact.Place;

/**
 * One setting of a server, as it is written.
 *
 * @param key name of the variable, key of the file, or option without its dashes
 * @param value as written; an expression that has no value in the repository stays as it is
 */
public record WrittenSetting(String key, String value, Place at) {}
