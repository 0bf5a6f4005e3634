package godmode.core.review;

/**
 * Something about the run itself.
 *
 * @param defect whether it is a defect of this program, which withholds the verdict
 */
public record Notice(String text, boolean defect) {}
