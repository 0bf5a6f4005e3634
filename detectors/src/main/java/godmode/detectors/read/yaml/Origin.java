package godmode.detectors.read.yaml;

import godmode.core.fact.Place;
import org.yaml.snakeyaml.error.Mark;

/** Turns the parser's marks into places of the file that the text stands in. */
final class Origin {
  private final Place offset;
  private final int linesBefore;
  private final String text;
  private final int[] lineStarts;

  Origin(Place offset, int linesBefore, String text) {
    this.offset = offset;
    this.linesBefore = linesBefore;
    this.text = text;
    this.lineStarts = LineBreaks.lineStarts(text);
  }

  Place start() {
    return new Place(offset.file(), offset.line() + linesBefore, offset.column());
  }

  Place place(Mark mark) {
    return at(mark.getLine(), mark.getColumn());
  }

  /** The character behind a mark, for texts in quotes. */
  Place behind(Mark mark) {
    return at(mark.getLine(), mark.getColumn() + 1);
  }

  /** The first character of a block scalar whose {@code |} is at the mark. */
  Place below(Mark mark) {
    int line = mark.getLine() + 1;
    int start = line < lineStarts.length ? lineStarts[line] : text.length();
    int column = 0;
    while (start + column < text.length() && text.charAt(start + column) == ' ') {
      column++;
    }
    return at(line, column);
  }

  private Place at(int line, int column) {
    return new Place(offset.file(), offset.line() + linesBefore + line, offset.column() + column);
  }
}
