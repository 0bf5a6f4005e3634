package godmode.detectors.read.yaml;

import godmode.core.fact.Place;

/**
 * A document that is not built, for a limit or a bad alias; ends the reading of it and becomes a
 * problem. Never leaves this package.
 */
final class RefusedDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place at;
  private final String what;

  RefusedDocument(Place at, String what) {
    super(what, null, false, false);
    this.at = at;
    this.what = what;
  }

  Place at() {
    return at;
  }

  String what() {
    return what;
  }
}
