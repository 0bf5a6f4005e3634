package godmode.core.design;

import godmode.core.fact.Facts;

/**
 * What a user or another system asks of this one: {@code reserve-stock}.
 *
 * @param dataClass the class of data it touches; empty if the record does not say
 */
public record Operation(String id, String dataClass, Facts facts) implements Subject {
  @Override
  public String component() {
    return "";
  }
}
