package godmode.engine;

import godmode.record.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a report goes that is not printed. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Writes a report: whole or not at all, in folders that are made where they are missing. Pipes
   * and devices are written to as they are.
   *
   * @throws UserError if the disk refuses it, or a symbolic link stands there
   */
  public static void write(Path file, String text) {
    try {
      boolean stream = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
      if (stream) {
        Files.writeString(file, text, StandardCharsets.UTF_8);
      } else {
        AtomicFile.write(file, text);
      }
    } catch (IOException refused) {
      throw new UserError(String.valueOf(refused.getMessage()));
    }
  }
}
