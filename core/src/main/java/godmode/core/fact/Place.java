package godmode.core.fact;

import java.util.Comparator;

/**
 * A spot in a file of the repository.
 *
 * @param file path relative to the reviewed directory, with {@code /} on every system
 * @param line the first line is 1
 * @param column the first column is 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns start at 1: " + file + ":" + line);
    }
  }

  /** The beginning of a file, for what is said by a file as a whole. */
  public static Place startOf(String file) {
    return new Place(file, 1, 1);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
