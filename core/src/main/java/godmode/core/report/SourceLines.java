package godmode.core.report;

import java.util.List;

/** The text of the reviewed files, for reports that show the line that a finding points at. */
@FunctionalInterface
public interface SourceLines {
  /** Where nobody shows any. */
  SourceLines NONE = file -> List.of();

  /**
   * The lines of a file as they are now, without their ends.
   *
   * @param file relative to the reviewed directory, with {@code /}
   * @return nothing where the file is not to be read: outside, gone, binary or too large
   */
  List<String> of(String file);
}
