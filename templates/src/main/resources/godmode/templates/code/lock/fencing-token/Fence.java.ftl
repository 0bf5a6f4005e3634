package ${it.packageName()};

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/**
 * The check at the resource that makes a lock safe: a write passes only with a token at least as
 * high as every token that passed before (Kleppmann, How to do distributed locking, 2016). The lock
 * hands out a higher token each time: the revision of an etcd key, the zxid or version of a
 * ZooKeeper node, a sequence in a database.
 *
 * <p>A lock with a lease cannot do this alone: a holder that was paused does not know that its
 * lease is over. Where the resource is a database, put the same check into the statement that
 * writes: {@code UPDATE … SET …, token = ? WHERE id = ? AND token <= ?}.
 */
public final class Fence {
  private final Path file;
  private long highest;

  /** Thrown instead of writing: somebody else has had the lock since. Stop, and take it again. */
  public static final class StaleTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleTokenException(long token, long highest) {
      super("token " + token + " is old: " + highest + " has passed");
    }
  }

  /**
   * @param file where the highest token is kept over a restart; one for each resource
   */
  public Fence(Path file) throws IOException {
    this.file = file;
<#if it.kept("remember over a restart")>
    if (Files.exists(file)) {
      highest = Long.parseLong(Files.readString(file).strip());
    }
<#else>
    Files.deleteIfExists(file);
</#if>
  }

  /**
   * Writes, or refuses to. Writes pass one after another, so none with an old token can be under
   * way when a newer one passes.
   *
   * @param token that came with the lock; each client sends it with every write
   * @throws StaleTokenException without writing
   */
  public synchronized <T> T pass(long token, Callable<T> write) throws Exception {
<#if it.kept("refuse old tokens")>
    if (token < highest) {
      throw new StaleTokenException(token, highest);
    }
</#if>
    if (token > highest) {
      keep(token);
      highest = token;
    }
    return write.call();
  }

  /** On the disk before the write: after a crash in between, nothing older passes. */
  private void keep(long token) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel out =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer text = ByteBuffer.wrap(Long.toString(token).getBytes(StandardCharsets.US_ASCII));
      while (text.hasRemaining()) {
        out.write(text);
      }
      out.force(true);
    }
    Files.move(
        next,
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
