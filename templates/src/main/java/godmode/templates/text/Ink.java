package godmode.templates.text;

import godmode.core.report.Style;

/** Colours for words; in plain style the words themselves. */
record Ink(Style style) {
  String strong(String text) {
    return paint("1", text);
  }

  String bad(String text) {
    return paint("31", text);
  }

  String warn(String text) {
    return paint("33", text);
  }

  String good(String text) {
    return paint("32", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return style == Style.ANSI && !text.isEmpty()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}
