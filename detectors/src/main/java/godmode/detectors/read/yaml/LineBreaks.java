package godmode.detectors.read.yaml;

import java.util.stream.IntStream;

/** Finds lines as SnakeYAML does, so that its marks and our positions agree. */
final class LineBreaks {
  private LineBreaks() {}

  static int count(String text) {
    return lineStarts(text).length - 1;
  }

  /** The position of the first character of each line; the last line may be empty. */
  static int[] lineStarts(String text) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.range(0, text.length()).filter(i -> endsLine(text, i)).map(i -> i + 1))
        .toArray();
  }

  private static boolean endsLine(String text, int i) {
    return switch (text.charAt(i)) {
      case '\n', '\u0085', '\u2028', '\u2029' -> true;
      case '\r' -> i + 1 == text.length() || text.charAt(i + 1) != '\n';
      default -> false;
    };
  }
}
