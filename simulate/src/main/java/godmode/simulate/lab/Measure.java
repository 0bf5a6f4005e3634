package godmode.simulate.lab;

/**
 * Something that is measured.
 *
 * @param name a phrase: {@code time to elect a leader}
 */
public record Measure(String name, Unit unit) implements Comparable<Measure> {
  /** What its values count. */
  public enum Unit {
    NANOSECONDS,
    COUNT
  }

  /** A time. */
  public static Measure time(String name) {
    return new Measure(name, Unit.NANOSECONDS);
  }

  /** A number. */
  public static Measure count(String name) {
    return new Measure(name, Unit.COUNT);
  }

  @Override
  public int compareTo(Measure other) {
    return name.compareTo(other.name);
  }
}
