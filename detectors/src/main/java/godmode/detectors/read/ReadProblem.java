package godmode.detectors.read;

import godmode.core.fact.Place;

/**
 * Something in a file that a reader could not use.
 *
 * @param at where
 * @param what one line: what is wrong and what to do about it
 */
public record ReadProblem(Place at, String what) {
  @Override
  public String toString() {
    return at + ": " + what;
  }
}
