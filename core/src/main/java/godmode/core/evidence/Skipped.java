package godmode.core.evidence;

/**
 * A file that was seen and not read.
 *
 * @param path relative to the reviewed directory
 * @param why one line, with the limit or the reason and what to do about it
 */
public record Skipped(String path, String why) {}
