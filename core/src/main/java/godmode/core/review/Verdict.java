package godmode.core.review;

/** The one word a pull request gets. */
public enum Verdict {
  /** Every applicable item passes. */
  SOUND("SOUND"),
  /** An item fails, or there is an error. */
  NEEDS_REVISION("NEEDS REVISION"),
  /** Nothing fails, and decisions are missing. */
  OPEN_QUESTIONS("OPEN QUESTIONS");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The words in documents. */
  public String words() {
    return words;
  }
}
