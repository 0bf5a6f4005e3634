package godmode.cli;

/** What the process ends with; scripts rely on the numbers. */
public enum ExitCode {
  /** Done; nothing at or above the level that fails. */
  OK(0),
  /** Findings at or above the level that fails, or stale documents. */
  FINDINGS(1),
  /** Usage error, unreadable path, invalid answers, design record or configuration. */
  USAGE(2),
  /** Open decisions that the asked part needs, or unread input where that fails. */
  OPEN(3),
  /** Nothing was found to analyse. */
  NOTHING_FOUND(4),
  /** A defect in this program, never a verdict. */
  DEFECT(70),
  /** The person stopped it; nothing half-written is left behind. */
  INTERRUPTED(130);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  /** The number. */
  public int value() {
    return value;
  }
}
