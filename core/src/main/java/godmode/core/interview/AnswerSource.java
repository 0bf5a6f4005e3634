package godmode.core.interview;

import godmode.core.decide.Recommendation;
import java.util.List;
import java.util.Optional;

/** Who answers questions: a person at a terminal, or nobody. */
public interface AnswerSource {
  /** Answers nothing: continuous integration, no terminal, {@code --no-input}. */
  AnswerSource NOBODY = (question, progress) -> Reply.ENOUGH;

  /** Asks a question. */
  Reply ask(Question question, Progress progress);

  /** Says what follows from the last answer. */
  default void tell(List<Recommendation> consequences) {}

  /** Says something between questions. */
  default void remark(String text) {}

  /** Says what is wrong with a value, as a sentence; nothing if it may stand at that path. */
  @FunctionalInterface
  interface Check {
    Optional<String> problem(String path, String text);
  }

  /**
   * Where the interview stands.
   *
   * @param number of this question, from 1
   * @param about how many there will be, as far as is known now
   * @param remark why it is put again; empty at first
   * @param first whether there is no question to go back to
   */
  record Progress(int number, int about, String remark, boolean first, Check check) {}
}
