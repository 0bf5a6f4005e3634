package godmode.detectors.read.helm;

import java.util.ArrayList;
import java.util.List;

/** What a template writes, and which of its lines wrote what. */
final class Output {
  /** Longer outputs are not made, in characters. */
  static final int LENGTH_MAX = 5 * 1024 * 1024;

  /**
   * A piece of the output.
   *
   * @param start position of its first character
   * @param line in the template, of the first character
   * @param follows whether its further lines are those of the template, too
   * @param doubt why it may not be there at all; empty where it is certain
   */
  record Piece(int start, int line, int column, boolean follows, String doubt) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private String doubt = "";

  void write(String more, int line, int column, boolean follows) {
    if (more.isEmpty()) {
      return;
    }
    if (text.length() + more.length() > LENGTH_MAX) {
      throw new BadTemplate(
          "what it renders to is longer than " + LENGTH_MAX + " characters", line);
    }
    pieces.add(new Piece(text.length(), line, column, follows, doubt));
    text.append(more);
  }

  /** What is written from now on may not be there; returns the doubt before. */
  String doubt(String why) {
    String before = doubt;
    doubt = why.isEmpty() || before.isEmpty() ? why : before;
    return before;
  }

  void restore(String before) {
    doubt = before;
  }

  String text() {
    return text.toString();
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }
}
