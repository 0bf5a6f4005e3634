package godmode.templates.code;

import java.util.Locale;

/** What patterns are for; each theme is a package, in the order in which they are listed. */
public enum Theme {
  CONSENSUS("Consensus"),
  TRANSACTION("Transactions over several services or stores"),
  MESSAGING("Messages that are neither lost nor done twice"),
  LOCK("One at a time"),
  RESILIENCE("Failures that stay small"),
  HEALTH("Health"),
  MEMBERSHIP("Who is there, and who has what"),
  CONSISTENCY("What readers may see"),
  CLOCK("What happened before what"),
  CRDT("Copies that converge"),
  DEPLOYMENT("Files to deploy"),
  EXPERIMENT("Faults to try");

  private final String title;

  Theme(String title) {
    this.title = title;
  }

  /** As a heading. */
  public String title() {
    return title;
  }

  /** The package of its patterns, below this one, and the folder of their templates. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
