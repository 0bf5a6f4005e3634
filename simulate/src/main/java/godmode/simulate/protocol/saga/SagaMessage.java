package godmode.simulate.protocol.saga;

/** What is sent in a saga. It is sent again until it is answered. */
public sealed interface SagaMessage {
  /** Do your step. */
  record Do(int saga) implements SagaMessage {}

  /** Take your step back. */
  record Undo(int saga) implements SagaMessage {}

  /**
   * The answer to both.
   *
   * @param isDo which of them it answers
   * @param isDone whether the step was carried out; a step that is refused has no effect
   */
  record Answer(int saga, boolean isDo, boolean isDone) implements SagaMessage {}
}
