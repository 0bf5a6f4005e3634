package godmode.engine.lab;

import godmode.engine.UserError;
import godmode.simulate.chance.Chance;
import godmode.simulate.network.Latency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times, shares and latencies as people write them. */
final class Quantity {
  private static final Pattern TIME =
      Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,9})?)(ns|us|ms|s|m)");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)%");
  private static final Map<String, Long> UNITS =
      Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L);
  private static final long HOURS_100 = 360_000_000_000_000L;
  private static final int PER_PERCENT = Chance.MILLION / 100;

  private Quantity() {}

  /** A time in nanoseconds, 100 hours at most. */
  static long time(String name, String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new UserError(name + " is '" + text + "'; write a time such as 300ms, 2s or 500us");
    }
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit(matcher.group(2))));
    if (nanos.abs().compareTo(BigDecimal.valueOf(HOURS_100)) > 0) {
      throw new UserError(name + " is '" + text + "'; the most is 6000m");
    }
    return nanos.setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private static long unit(String name) {
    return UNITS.getOrDefault(name, 1L);
  }

  /** A time of which there has to be some. */
  static long positive(String name, String text) {
    long time = time(name, text);
    if (time < 1) {
      throw new UserError(name + " is '" + text + "'; write a time above 0");
    }
    return time;
  }

  /** A share in parts per million. */
  static int share(String name, String text) {
    Matcher matcher = SHARE.matcher(text);
    if (!matcher.matches() || new BigDecimal(matcher.group(1)).compareTo(new BigDecimal(100)) > 0) {
      throw new UserError(name + " is '" + text + "'; write a share such as 2% or 0.5%");
    }
    return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(PER_PERCENT)).intValue();
  }

  /** A time as it would be written. */
  static String text(long nanos) {
    long second = unit("s");
    long milli = unit("ms");
    if (nanos % second == 0) {
      return nanos / second + "s";
    }
    return nanos % milli == 0 ? nanos / milli + "ms" : nanos + "ns";
  }

  /** Yes or no. */
  static boolean flag(String name, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new UserError(name + " is '" + text + "'; write true or false");
    }
    return text.equals("true");
  }

  /** A whole number from one to another. */
  static int number(String name, String text, int least, int most) {
    if (!text.matches("\\d{1,9}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is '%s'; write a whole number from %d to %d",
              name,
              text,
              least,
              most));
    }
    return Integer.parseInt(text);
  }

  /**
   * A latency: {@code 5ms}, {@code 30ms..40ms}, {@code exp:1ms:4ms} or {@code lognormal:5ms:0.5}.
   */
  static Latency latency(String name, String text) {
    try {
      List<String> parts = List.of(text.split(":", -1));
      if (parts.size() == 3 && parts.get(0).equals("exp")) {
        return new Latency.Exponential(time(name, parts.get(1)), positive(name, parts.get(2)));
      }
      if (parts.size() == 3 && parts.get(0).equals("lognormal")) {
        if (!parts.get(2).matches("\\d(\\.\\d{1,6})?")) {
          throw new UserError(name + " is '" + text + "'; sigma is a number from 0 to 4");
        }
        return new Latency.LogNormal(
            positive(name, parts.get(1)), Double.parseDouble(parts.get(2)));
      }
      int dots = text.indexOf("..");
      if (dots > 0) {
        return new Latency.Uniform(
            time(name, text.substring(0, dots)), time(name, text.substring(dots + 2)));
      }
      return new Latency.Constant(time(name, text));
    } catch (IllegalArgumentException impossible) {
      throw new UserError(
          name
              + " is '"
              + text
              + "'; write a time such as 5ms, from..to such as 30ms..40ms, exp:LEAST:MEAN, or"
              + " lognormal:MEDIAN:SIGMA with sigma from 0 to 4");
    }
  }
}
