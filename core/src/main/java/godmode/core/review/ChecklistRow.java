package godmode.core.review;

import java.util.List;

/**
 * One item of the checklist with its answer.
 *
 * @param because one clause; the first reason where there are several
 * @param rules names of the rules behind the status, sorted
 */
public record ChecklistRow(ChecklistItem item, Status status, String because, List<String> rules) {
  public ChecklistRow {
    rules = List.copyOf(rules);
  }

  /** How an item was answered. */
  public enum Status {
    PASS("PASS"),
    FAIL("FAIL"),
    /** A decision is missing. */
    OPEN("OPEN"),
    NOT_APPLICABLE("NOT APPLICABLE");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The word in documents. */
    public String word() {
      return word;
    }
  }
}
