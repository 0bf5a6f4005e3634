package godmode.detectors.read;

import godmode.core.evidence.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file on disk. The text is read anew at each call and never kept: a large repository would not
 * fit into memory, and the operating system caches files already.
 */
final class TextFile implements SourceFile {
  /** Larger files are not read, in bytes. */
  static final long SIZE_BYTES_MAX = 5L * 1024 * 1024;

  /** A NUL among this many bytes at the beginning makes a file binary. */
  static final int BINARY_PROBE_BYTES = 8 * 1024;

  /** Where a file says why it was not read. */
  interface SkippedSink {
    void skip(String path, String why);
  }

  private final String path;
  private final Path onDisk;
  private final long size;
  private final SkippedSink skipped;

  TextFile(String path, Path onDisk, long size, SkippedSink skipped) {
    this.path = path;
    this.onDisk = onDisk;
    this.size = size;
    this.skipped = skipped;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Optional<String> text() {
    if (size > SIZE_BYTES_MAX) {
      return skip(tooLarge(size));
    }
    byte[] bytes;
    // The walk saw a regular file; NOFOLLOW_LINKS refuses a link that took its place since.
    try (InputStream in = Files.newInputStream(onDisk, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes((int) SIZE_BYTES_MAX + 1);
    } catch (IOException e) {
      return skip("cannot be opened (" + reason(e) + "); make it readable or leave it out");
    }
    if (bytes.length > SIZE_BYTES_MAX) {
      return skip(tooLarge(bytes.length));
    }
    return decode(bytes);
  }

  private Optional<String> decode(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(decode(bytes, 2, StandardCharsets.UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(decode(bytes, 2, StandardCharsets.UTF_16BE));
    }
    for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE_BYTES); i++) {
      if (bytes[i] == 0) {
        return skip(
            "is binary (a NUL byte near the beginning); save it as UTF-8 text to have it read");
      }
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.of(decode(bytes, start, StandardCharsets.ISO_8859_1));
    }
  }

  private static String decode(byte[] bytes, int start, Charset charset) {
    return new String(bytes, start, bytes.length - start, charset);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String tooLarge(long size) {
    return String.format(
        Locale.ROOT,
        "has %,d bytes and files over %,d bytes are not read; split it or leave it out",
        size,
        SIZE_BYTES_MAX);
  }

  static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }

  private Optional<String> skip(String why) {
    skipped.skip(path, why);
    return Optional.empty();
  }

  @Override
  public String toString() {
    return path;
  }
}
