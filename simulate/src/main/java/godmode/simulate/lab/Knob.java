package godmode.simulate.lab;

import java.util.List;

/**
 * A number of a protocol that people can set.
 *
 * @param name {@code heartbeat}
 * @param kind what it counts
 * @param otherwise what it is unless somebody says otherwise; times in nanoseconds
 */
public record Knob(String name, Kind kind, long otherwise) {
  /** What a number counts. */
  public enum Kind {
    TIME,
    COUNT,
    /** 1 for yes, 0 for no. */
    FLAG
  }

  /** A time in nanoseconds. */
  public static Knob time(String name, long otherwise) {
    return new Knob(name, Kind.TIME, otherwise);
  }

  /** A whole number. */
  public static Knob count(String name, long otherwise) {
    return new Knob(name, Kind.COUNT, otherwise);
  }

  /** Yes or no. */
  public static Knob flag(String name, boolean otherwise) {
    return new Knob(name, Kind.FLAG, otherwise ? 1 : 0);
  }

  /** What a plan says, or what holds otherwise. */
  public static long of(List<Knob> knobs, Plan plan, String name) {
    for (Knob knob : knobs) {
      if (knob.name.equals(name)) {
        return plan.number(name, knob.otherwise);
      }
    }
    throw new IllegalStateException("no number " + name);
  }
}
