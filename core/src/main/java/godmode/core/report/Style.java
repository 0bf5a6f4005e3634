package godmode.core.report;

/** Whether text may carry colour. */
public enum Style {
  /** Characters only: files, pipes, {@code NO_COLOR}. */
  PLAIN,
  /** With ANSI escape sequences, for a terminal. */
  ANSI
}
