package godmode.templates.text;

import godmode.core.report.Style;

/** Single messages, as wide as the terminal. */
public final class Wrapped {
  private Wrapped() {}

  /** A sentence. */
  public static String paragraph(String text, int columns) {
    return beside("", 0, text, columns);
  }

  /**
   * A text that hangs beside a label.
   *
   * @param column where the text begins
   * @param columns of the terminal
   */
  public static String beside(String label, int column, String text, int columns) {
    return new Page(Style.PLAIN, columns).item(label, column, text).toString();
  }
}
