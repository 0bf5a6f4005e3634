package godmode.core.evidence;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/**
 * Files that people mean: one file, a folder with all that is in it ({@code samples/}), or a
 * pattern ({@code **}{@code /application-*.yml}). Relative to the reviewed directory; {@code ./} in
 * front changes nothing.
 *
 * @param text without {@code ./}, empty and doubled segments
 */
public record FilePattern(String text) {
  public FilePattern {
    text = plain(text);
  }

  /** A pattern as people write it. */
  public static FilePattern of(String written) {
    return new FilePattern(written);
  }

  private static String plain(String written) {
    String text = written.strip();
    String before;
    do {
      before = text;
      text = text.replace("/./", "/").replace("//", "/");
      text = text.startsWith("./") ? text.substring(2) : text;
    } while (!text.equals(before));
    return text;
  }

  /**
   * Whether it means a file.
   *
   * @param file relative to the reviewed directory, with {@code /}
   */
  public boolean fits(String file) {
    if (text.equals(file)) {
      return true;
    }
    if (text.endsWith("/")) {
      return new FilePattern(text + "**").fits(file);
    }
    boolean atRoot = text.startsWith("**/") && new FilePattern(text.substring(3)).fits(file);
    return atRoot || matches(file);
  }

  private boolean matches(String file) {
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text);
      return matcher.matches(Path.of(file));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
