package godmode.rules;

import godmode.core.fact.Answers;
import godmode.core.fact.Directness;
import godmode.core.fact.Fact;
import godmode.core.fact.Origin;
import godmode.core.review.Missing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** How rules read facts: what people wrote, and which of two facts speaks. */
public final class Reading {
  private Reading() {}

  /** The first fact, and where nothing is known of it, the second. */
  public static <T> Fact<T> either(Fact<T> first, Fact<T> second) {
    return first instanceof Fact.Unknown ? second : first;
  }

  /**
   * Whether a file or a person gives the value. A vendor's default alone does not count: images and
   * shipped configuration files often override it where we cannot see it.
   */
  public static boolean isWritten(Fact<?> fact) {
    return fact.value().isPresent()
        && fact.origins().stream().anyMatch(origin -> !(origin instanceof Origin.VendorDefault));
  }

  /** Whether a file says the value in so many words. */
  public static boolean isStated(Fact<?> fact) {
    return fact.origins().stream()
        .anyMatch(
            origin ->
                origin instanceof Origin.Detected seen && seen.directness() == Directness.STATED);
  }

  /** Whether the value is known and satisfies the condition. */
  public static <T> boolean isKnown(Fact<T> fact, Predicate<? super T> condition) {
    return fact.value().filter(condition).isPresent();
  }

  /** Whether the value is known and is this one. */
  public static <T> boolean is(Fact<T> fact, T value) {
    return isKnown(fact, value::equals);
  }

  /** Those of several facts that nothing says. */
  public static List<Missing> missing(Collection<? extends Fact<?>> facts) {
    List<Missing> missing = new ArrayList<>();
    for (Fact<?> fact : facts) {
      if (fact instanceof Fact.Unknown<?> unknown) {
        missing.add(new Missing(unknown.owner(), unknown.attribute(), unknown.why()));
      }
    }
    return missing;
  }

  /** Whether an answer is a word for no answer: {@code none}, {@code tbd}. */
  public static boolean saysNothing(String answer) {
    return Answers.saysNothing(answer);
  }
}
