package godmode.core.interview;

import godmode.core.interview.Question.Proposal;
import java.util.List;
import java.util.Optional;

/**
 * One thing to say on a screen.
 *
 * @param paths where the design record holds the answer; the same answer at each of them
 * @param label what it is called on the screen, in a few words
 * @param sentence the question, with a question mark
 * @param choices every legal answer; empty where any text will do
 * @param example an answer as it may be typed
 * @param proposal an answer to confirm, never to take silently
 * @param safe what is assumed where nobody knows; empty where nothing can be
 * @param condition when it is asked at all
 * @param role what an answer to it is
 */
public record Field(
    List<String> paths,
    String label,
    String sentence,
    List<Choice> choices,
    String example,
    Optional<Proposal> proposal,
    String safe,
    Optional<Condition> condition,
    Role role) {
  public Field {
    paths = List.copyOf(paths);
    choices = List.copyOf(choices);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(label + " has no place in the record");
    }
  }

  /** What an answer is. */
  public enum Role {
    /** It has to be given. */
    NEEDED,
    /** It may stay empty. */
    OPTIONAL,
    /** A draft to look at; it may stay one. */
    REVIEW,
    /** Taking what is proposed writes nothing; something else is written with its reason. */
    CHOICE
  }

  /** Only where another field of the screen has one of these values. */
  public record Condition(String path, List<String> values) {
    public Condition {
      values = List.copyOf(values);
    }
  }

  /** The first place; the others hold the same. */
  public String path() {
    return paths.get(0);
  }
}
