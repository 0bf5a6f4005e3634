package godmode.detectors.read.java;

import godmode.core.fact.Place;

/**
 * A text that an expression makes, as far as the source shows it: constants, fields, local
 * variables and concatenations are put in. A field that Spring fills is its placeholder, {@code
 * ${rates.url}}.
 *
 * @param text with {@code {}} for every part that only the running program knows
 * @param at where the expression stands
 */
public record JavaText(String text, Place at) {
  /** What stands for a part that is not known. */
  public static final String UNKNOWN = "{}";

  /** Whether any of it is known. */
  public boolean isKnown() {
    return !text.replace(UNKNOWN, "").isBlank();
  }

  @Override
  public String toString() {
    return text + " @" + at.line();
  }
}
