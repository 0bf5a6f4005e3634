package godmode.simulate.protocol.commit;

/** What a coordinator and its participants send each other. */
public sealed interface CommitMessage {
  /** Get ready. */
  record Prepare(int transaction) implements CommitMessage {}

  /** Ready, or not. */
  record Vote(int transaction, boolean isYes) implements CommitMessage {}

  /** What was decided. */
  record Decision(int transaction, boolean isCommit) implements CommitMessage {}

  /** It is done. */
  record Done(int transaction) implements CommitMessage {}

  /** Somebody who is prepared asks what was decided. */
  record Ask(int transaction) implements CommitMessage {}
}
