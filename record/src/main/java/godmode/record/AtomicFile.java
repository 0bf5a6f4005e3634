package godmode.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files that are either as before or complete, whenever the program is killed. */
public final class AtomicFile {
  private AtomicFile() {}

  /** A text that stands beside the file it is for. */
  private record Staged(Path beside, Path file) {}

  /**
   * Writes a text beside the file, then moves it over it. Missing folders are created; a symbolic
   * link is never written through.
   *
   * @throws IOException with a message that says which file, and what to do
   */
  public static void write(Path path, String text) throws IOException {
    writeAll(Map.of(path, text));
  }

  /**
   * Writes several files as {@link #write} does. All are written beside their files before the
   * first is moved, so that a full disk or a folder in the way leaves everything as it was.
   *
   * @param texts by file, in the order of writing
   */
  public static void writeAll(Map<Path, String> texts) throws IOException {
    List<Staged> staged = new ArrayList<>();
    List<Path> created = new ArrayList<>();
    boolean done = false;
    try {
      for (Map.Entry<Path, String> text : texts.entrySet()) {
        staged.add(stage(text.getKey(), text.getValue(), created));
      }
      for (Staged file : staged) {
        move(file.beside(), file.file());
      }
      done = true;
    } finally {
      if (!done) {
        for (Staged file : staged) {
          Files.deleteIfExists(file.beside());
        }
        remove(created);
      }
    }
  }

  private static Staged stage(Path path, String text, List<Path> created) throws IOException {
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
      create(folder, created);
      return new Staged(beside(file, folder, text), file);
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

  /** Creates a folder and those above it, and notes which were not there. */
  private static void create(Path folder, List<Path> created) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path up = folder; up != null && Files.notExists(up); up = up.getParent()) {
      missing.add(0, up);
    }
    Files.createDirectories(folder);
    created.addAll(missing);
  }

  /** Takes back created folders, the deepest first; one that has got a file stays. */
  private static void remove(List<Path> created) throws IOException {
    for (int i = created.size() - 1; i >= 0; i--) {
      try {
        Files.deleteIfExists(created.get(i));
      } catch (DirectoryNotEmptyException used) {
        return;
      }
    }
  }

  private static Path beside(Path file, Path folder, String text) throws IOException {
    String unique = ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
    Path beside = folder.resolve("." + file.getFileName() + "." + unique + ".tmp");
    Files.deleteIfExists(beside); // left by a killed process of the same number
    boolean done = false;
    try (FileChannel out =
        FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(beside);
      }
    }
    return beside;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
