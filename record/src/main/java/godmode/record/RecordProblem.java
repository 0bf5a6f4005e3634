package godmode.record;

import godmode.core.fact.Place;

/**
 * Something in a file of people's that cannot be used.
 *
 * @param path the field, as {@code data.orders.reads}; empty if it is about the file as a whole
 * @param message what is wrong and what to write instead; it names the field
 */
public record RecordProblem(Place at, String path, String message) {
  @Override
  public String toString() {
    return at + ": " + message;
  }
}
