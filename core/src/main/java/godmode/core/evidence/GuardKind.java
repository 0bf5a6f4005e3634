package godmode.core.evidence;

/** What lets one of several act. */
public enum GuardKind {
  /** Mutual exclusion around a section. */
  LOCK("locks"),
  /** One of several replicas acts for all. */
  LEADER("leaders"),
  /** Work started by a clock. */
  SCHEDULE("schedules");

  private final String section;

  GuardKind(String section) {
    this.section = section;
  }

  /** Where the design record lists guards of this kind. */
  public String section() {
    return section;
  }
}
