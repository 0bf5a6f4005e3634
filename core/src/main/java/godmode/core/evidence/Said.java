package godmode.core.evidence;

import godmode.core.fact.Attribute;
import godmode.core.fact.Directness;
import godmode.core.fact.Place;

/** One attribute with the value that a file gives it. */
public record Said<T>(Attribute<T> attribute, T value, Place at, Directness directness) {
  /** A value that is written in so many words. */
  public static <T> Said<T> stated(Attribute<T> attribute, T value, Place at) {
    return new Said<>(attribute, value, at, Directness.STATED);
  }

  /** A value concluded from what is written. */
  public static <T> Said<T> inferred(Attribute<T> attribute, T value, Place at) {
    return new Said<>(attribute, value, at, Directness.INFERRED);
  }
}
