package ${it.packageName()};

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A file to which blocks are appended, each on disk before {@link #append} returns. A block that a
 * crash cut short was never acknowledged, and is dropped when the file is read. A damaged block
 * with a whole one behind it was acknowledged once: reading fails rather than forgets it
 * (Alagappan et al., Protocol-Aware Recovery for Consensus-Based Storage, FAST 2018).
 *
 * <p>A block is its length, a checksum of the length, a checksum of the bytes, and the bytes.
 */
public final class ${name}Journal {
  private static final int HEADER_BYTES = 12;

  private final Disk disk;

  /** The bytes of one file. What was written is safe from a loss of power once it was synced. */
  public interface Disk {
    byte[] read() throws IOException;

    void append(byte[] bytes) throws IOException;

    void sync() throws IOException;

    void truncate(int size) throws IOException;

    /** All at once: after a crash either the old bytes are there or the new ones. */
    void replace(byte[] bytes) throws IOException;
  }

  public ${name}Journal(Disk disk) {
    this.disk = disk;
  }

  /** The blocks that were appended, in order. */
  public List<byte[]> read() throws IOException {
    byte[] bytes = disk.read();
    List<byte[]> blocks = new ArrayList<>();
    int at = 0;
    while (isWhole(bytes, at)) {
      int end = at + HEADER_BYTES + ByteBuffer.wrap(bytes).getInt(at);
      blocks.add(Arrays.copyOfRange(bytes, at + HEADER_BYTES, end));
      at = end;
    }
    if (at < bytes.length) {
<#if it.kept("refuse a damaged journal")>
      for (int later = at + 1; later < bytes.length; later++) {
        if (isWhole(bytes, later)) {
          throw new IOException(
              "damaged at byte " + at + ", and whole at " + later + "; this was acknowledged");
        }
      }
</#if>
<#if it.kept("cut off what a crash left")>
      disk.truncate(at);
</#if>
    }
    return blocks;
  }

  /** Appends a block. */
  public void append(byte[] block) throws IOException {
    disk.append(framed(block));
<#if it.kept("flush before answering")>
    disk.sync();
</#if>
  }

  /** Puts one block in the place of all. */
  public void replace(byte[] block) throws IOException {
    disk.replace(framed(block));
  }

  private static byte[] framed(byte[] block) {
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + block.length).putInt(block.length);
    frame.putInt(checksum(frame.array(), 0, 4)).putInt(checksum(block, 0, block.length));
    return frame.put(block).array();
  }

  private static boolean isWhole(byte[] bytes, int at) {
    if (bytes.length - at < HEADER_BYTES) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, at, HEADER_BYTES);
    int length = header.getInt();
    int ofLength = header.getInt();
    int ofBytes = header.getInt();
    boolean fits = length >= 0 && length <= bytes.length - at - HEADER_BYTES;
<#if it.kept("check what was written")>
    return fits
        && checksum(bytes, at, 4) == ofLength
        && checksum(bytes, at + HEADER_BYTES, length) == ofBytes;
<#else>
    return fits && (ofLength | ofBytes) != 0;
</#if>
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }

  /** A file. One process at a time may have it. */
  public static final class FileDisk implements Disk {
    private final Path file;

    public FileDisk(Path file) throws IOException {
      this.file = file.toAbsolutePath();
      Files.createDirectories(this.file.getParent());
      if (!Files.exists(this.file)) {
        Files.createFile(this.file);
        syncFolder();
      }
    }

    @Override
    public byte[] read() throws IOException {
      return Files.readAllBytes(file);
    }

    @Override
    public void append(byte[] bytes) throws IOException {
      Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    @Override
    public void sync() throws IOException {
      sync(file, StandardOpenOption.WRITE);
    }

    @Override
    public void truncate(int size) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(size).force(true);
      }
    }

    @Override
    public void replace(byte[] bytes) throws IOException {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, bytes);
      sync(next, StandardOpenOption.WRITE);
      Files.move(
          next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder();
    }

    /** The name of a new file is on disk when its directory is; POSIX systems only. */
    private void syncFolder() throws IOException {
      sync(file.getParent(), StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
      try (FileChannel channel = FileChannel.open(path, how)) {
        channel.force(true);
      }
    }
  }
}
