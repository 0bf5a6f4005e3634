package godmode.templates.laboratory;

import java.util.Locale;

/** Times and numbers of a run as people read them. */
public final class Span {
  private static final double MILLI = 1e6;

  private Span() {}

  /** A length of time: 3.21 ms, or 1.204 s. */
  public static String length(long nanos) {
    double millis = nanos / MILLI;
    return millis >= 1_000
        ? String.format(Locale.ROOT, "%.3f s", millis / 1_000)
        : String.format(Locale.ROOT, "%.2f ms", millis);
  }

  /** A moment: milliseconds from the beginning. */
  public static String moment(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / MILLI);
  }

  /** A value of a distribution. */
  public static String value(long value, boolean isTime) {
    return isTime ? length(value) : String.format(Locale.ROOT, "%,d", value);
  }
}
