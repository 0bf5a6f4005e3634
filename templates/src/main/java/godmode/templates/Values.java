package godmode.templates;

import godmode.core.review.OpenDecision;
import java.time.Duration;

/** Values of facts as people write them. */
public final class Values {
  private Values() {}

  /** The value as text: durations with one unit, everything else as it prints itself. */
  public static String text(Object value) {
    return value instanceof Duration duration ? text(duration) : value.toString();
  }

  /** A duration in the largest unit that leaves a whole number: {@code 90s}, {@code 5m}. */
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis == 0) {
      return "0s";
    }
    if (millis % 1_000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1_000;
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** How many rules wait for a decision, as a clause. */
  public static String waiting(OpenDecision decision) {
    int rules = decision.rules().size();
    return count(rules, "rule") + (rules == 1 ? " waits" : " wait") + " for it";
  }

  /** A count with its noun: {@code 1 rule}, {@code 3 rules}. */
  public static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
