package godmode.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The log of sessions: one row appended for each, header on first use.
 *
 * <p>Sessions that end at the same time wait for each other's lock. A session that is killed in the
 * middle of its row leaves a line without an end, which the next one ends before it writes its own.
 */
final class SessionLogFile {
  private final Path file;

  SessionLogFile(Path file) {
    this.file = file;
  }

  /**
   * Appends a row.
   *
   * @param header the first line of a new file, with its line end
   * @param row with its line end
   */
  void append(String header, String row) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      long size = channel.size();
      String text = size == 0 ? header + row : (endsLine(channel, size) ? row : "\n" + row);
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      channel.position(size);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      lock.release();
    }
  }

  private static boolean endsLine(FileChannel channel, long size) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, size - 1);
    return last.get(0) == '\n';
  }
}
