package godmode.core.catalog;

/**
 * A fingerprint that was found.
 *
 * @param pattern the catalog's pattern, for the report
 */
public record Match(Technology technology, Side side, Strength strength, String pattern) {
  public boolean strong() {
    return strength == Strength.STRONG;
  }
}
