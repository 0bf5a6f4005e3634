package godmode.record;

import godmode.core.fact.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a file of people's.
 *
 * @param text empty if there are problems
 * @param problems why it is no text we read; at most one
 */
public record RecordFile(String text, List<RecordProblem> problems) {
  /** How large such a file may be, in bytes. */
  public static final int BYTES_MAX = 5_000_000;

  public RecordFile {
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file.
   *
   * @param file what problems call it
   */
  public static RecordFile read(Path path, String file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(BYTES_MAX + 1);
    }
    if (bytes.length > BYTES_MAX) {
      return refused(Place.startOf(file), "the file is larger than 5 MB; split it or shorten it");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      return refused(new Place(file, line, 1), "this line is not UTF-8; save the file as UTF-8");
    }
    return new RecordFile(text, List.of());
  }

  private static RecordFile refused(Place at, String message) {
    return new RecordFile("", List.of(new RecordProblem(at, "", message)));
  }
}
