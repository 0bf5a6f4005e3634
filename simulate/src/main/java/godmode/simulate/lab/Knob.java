package godmode.simulate.lab;

import java.util.List;

/**
 * A number of a protocol that people can set; of a choice, the place of a word in its list.
 *
 * @param name {@code heartbeat}
 * @param kind what it counts
 * @param otherwise what it is unless somebody says otherwise; times in nanoseconds
 * @param choices the words of a choice; empty for others
 */
public record Knob(String name, Kind kind, long otherwise, List<String> choices) {
  public Knob {
    choices = List.copyOf(choices);
  }

  /** What a number counts. */
  public enum Kind {
    TIME,
    COUNT,
    /** 1 for yes, 0 for no. */
    FLAG,
    /** One of some words. */
    CHOICE
  }

  /** A time in nanoseconds. */
  public static Knob time(String name, long otherwise) {
    return new Knob(name, Kind.TIME, otherwise, List.of());
  }

  /** A whole number. */
  public static Knob count(String name, long otherwise) {
    return new Knob(name, Kind.COUNT, otherwise, List.of());
  }

  /** Yes or no. */
  public static Knob flag(String name, boolean otherwise) {
    return new Knob(name, Kind.FLAG, otherwise ? 1 : 0, List.of());
  }

  /** One of these words. */
  public static Knob choice(String name, List<String> choices, String otherwise) {
    return new Knob(name, Kind.CHOICE, choices.indexOf(otherwise), choices);
  }
}
