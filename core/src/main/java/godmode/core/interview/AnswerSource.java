package godmode.core.interview;

import java.util.Optional;

/** Who answers questions: a person at a terminal, or nobody. */
@FunctionalInterface
public interface AnswerSource {
  /** Answers nothing: continuous integration, no terminal, {@code --no-input}. */
  AnswerSource NOBODY = (question, problemWithPreviousAnswer) -> Optional.empty();

  /**
   * Asks a question.
   *
   * @param problemWithPreviousAnswer why the last answer to it was refused; empty at first
   * @return the answer as the design record holds it, not yet checked; nothing if it stays open
   */
  Optional<String> ask(Question question, String problemWithPreviousAnswer);
}
