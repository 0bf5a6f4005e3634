package godmode.simulate.clock;

/** How one moment stands to another in the order of cause and effect. */
public enum Causality {
  EQUAL,
  BEFORE,
  AFTER,
  CONCURRENT;

  static Causality of(boolean includes, boolean included) {
    if (includes) {
      return included ? EQUAL : AFTER;
    }
    return included ? BEFORE : CONCURRENT;
  }
}
