package godmode.core.interview;

import godmode.core.review.Ground;
import java.util.List;
import java.util.Optional;

/**
 * A question to a person.
 *
 * @param path where the design record holds the answer: {@code data.orders.reads}
 * @param sentence the question, with a question mark
 * @param rules names of the rules that wait for the answer, sorted
 * @param detected what the repository shows about it, with places
 * @param choices every legal answer; empty where any text will do
 * @param example an answer as it may be typed
 * @param proposal an answer to confirm, never to take silently
 * @param gate whether nothing else may be asked or designed before it is answered
 */
public record Question(
    String path,
    String sentence,
    List<String> rules,
    List<Ground> detected,
    List<Choice> choices,
    String example,
    Optional<Proposal> proposal,
    boolean gate) {
  public Question {
    rules = List.copyOf(rules);
    detected = List.copyOf(detected);
    choices = List.copyOf(choices);
  }

  /**
   * An answer that the facts suggest.
   *
   * @param because why, as a clause
   */
  public record Proposal(String value, String because) {}

  /** Why it is asked: {@code 3 rules wait for this: a, b, c}. */
  public String why() {
    return rules.size() == 1
        ? "1 rule waits for this: " + rules.get(0)
        : rules.size() + " rules wait for this: " + String.join(", ", rules);
  }
}
