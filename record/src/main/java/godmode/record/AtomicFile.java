package godmode.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are either as before or complete, whenever the program is killed. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes a text beside the file, then moves it over it. Missing folders are created; a symbolic
   * link is never written through.
   *
   * @throws IOException with a message that says which file, and what to do
   */
  public static void write(Path path, String text) throws IOException {
    Path file = path.toAbsolutePath().normalize();
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException("cannot write " + path + ": it is a folder; name a file");
    }
    if (Files.isSymbolicLink(file)) {
      throw new IOException(
          "cannot write " + path + ": it is a symbolic link; replace it with a file");
    }
    try {
      Files.createDirectories(folder);
      write(file, folder, text);
    } catch (FileAlreadyExistsException inTheWay) {
      throw new IOException(
          "cannot write " + path + ": " + inTheWay.getFile() + " is in the way; move it", inTheWay);
    } catch (AccessDeniedException denied) {
      throw new IOException(
          "cannot write " + path + ": no permission to write in " + folder, denied);
    } catch (FileSystemException refused) {
      String reason = refused.getReason() == null ? "the disk refuses it" : refused.getReason();
      throw new IOException("cannot write " + path + ": " + reason, refused);
    }
  }

  private static void write(Path file, Path folder, String text) throws IOException {
    String unique = ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
    Path beside = folder.resolve("." + file.getFileName() + "." + unique + ".tmp");
    try {
      Files.deleteIfExists(beside); // left by a killed process of the same number
      try (FileChannel out =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
