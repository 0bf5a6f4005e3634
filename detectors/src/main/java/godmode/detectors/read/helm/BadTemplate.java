package godmode.detectors.read.helm;

/** A template that cannot be parsed, or that goes beyond a limit. Never leaves this package. */
final class BadTemplate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final int line;

  BadTemplate(String what, int line) {
    super(what, null, false, false);
    this.what = what;
    this.line = line;
  }

  String what() {
    return what;
  }

  int line() {
    return line;
  }
}
