package godmode.core.fact;

/**
 * A name in our vocabulary: one thing that can be known about a subject.
 *
 * @param name kebab-case, as in reports and rule pages: {@code replication-factor}
 * @param type the Java type of its values
 * @param kind whether files show it, or only a person can decide it
 * @param record where the design record holds it, with {@code *} for the name of the subject or of
 *     its class of data: {@code data.*.reads}; empty for what the record does not hold
 * @param question how a person is asked, as a sentence with a question mark; empty for observables
 */
public record Attribute<T>(String name, Class<T> type, Kind kind, String record, String question) {

  /** Where knowledge of an attribute can come from. */
  public enum Kind {
    /**
     * Read from files. When it cannot be read, rules that need it are undecided, and that changes
     * nothing.
     */
    OBSERVABLE,
    /** Given by a person. Until it is, it is an open question. */
    DECISION
  }

  public Attribute {
    if (kind == Kind.DECISION && (record.isEmpty() || question.isEmpty())) {
      throw new IllegalArgumentException(
          name + ": a decision has a place in the record and a question");
    }
  }

  static <T> Attribute<T> observable(String name, Class<T> type) {
    return new Attribute<>(name, type, Kind.OBSERVABLE, "", "");
  }

  static <T> Attribute<T> declarable(String name, Class<T> type, String record) {
    return new Attribute<>(name, type, Kind.OBSERVABLE, record, "");
  }

  static <T> Attribute<T> decision(String name, Class<T> type, String record, String question) {
    return new Attribute<>(name, type, Kind.DECISION, record, question);
  }

  /** Whether only a person can give it. */
  public boolean isDecision() {
    return kind == Kind.DECISION;
  }

  @Override
  public String toString() {
    return name;
  }
}
