package ${it.packageName()};

/** What coordinator and participants send each other. Messages may be lost, doubled and late. */
public sealed interface TwoPhaseMessage {
  /** The name of the transaction. */
  String transaction();

  /**
   * The coordinator asks whether a participant can commit.
   *
   * @param work what the participant is to do
   */
  record Prepare(String transaction, String work) implements TwoPhaseMessage {}

  /** The participant can and will, or it cannot and has aborted. */
  record Vote(String transaction, boolean isYes) implements TwoPhaseMessage {}

  /** The coordinator has decided. */
  record Decision(String transaction, boolean isCommit) implements TwoPhaseMessage {}

  /** The participant has committed, and will not ask again. */
  record Done(String transaction) implements TwoPhaseMessage {}

  /** A participant that has voted yes asks what was decided. */
  record Ask(String transaction) implements TwoPhaseMessage {}
}
