package godmode.core.review;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A shortest schedule in which a design goes wrong, in the names of the system.
 *
 * @param claim what should hold in every schedule, as a sentence
 * @param steps in the order in which they happen; at least one
 * @param ending what is wrong after the last step, as a sentence
 * @param bounds what was tried, and how far: how many nodes, requests and faults; clauses
 * @param states how many distinct states were looked at until it was found
 * @param token names the same schedule again: the choice made at each step
 */
public record Counterexample(
    String claim, List<Step> steps, String ending, List<String> bounds, int states, String token) {
  /** The ending of a schedule that is gone through again and does not go wrong. */
  public static final String NOTHING_WRONG = "Nothing is wrong after these steps.";

  public Counterexample {
    steps = List.copyOf(steps);
    bounds = List.copyOf(bounds);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("nothing happens on the way to: " + ending);
    }
  }

  /**
   * One thing that happens.
   *
   * @param actor who does it, or to whom it happens
   * @param action the rest of the sentence: {@code stores v1}
   * @param target whom it reaches; empty where it stays with the actor
   * @param change what is different afterwards: {@code orders-db-1 = v1}; empty for nothing that
   *     can be seen
   * @param isFault whether it is a failure of the surroundings, not a step of the system
   */
  public record Step(String actor, String action, String target, String change, boolean isFault) {

    /** As a sentence, without its change. */
    public String sentence() {
      return actor + " " + action;
    }
  }

  /** Whether something is wrong at its end. */
  public boolean isWrong() {
    return !ending.equals(NOTHING_WRONG);
  }

  /** The steps as numbered lines, for a reader and for tests. */
  public String timeline() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      lines.append(i + 1).append(". ").append(step.sentence());
      lines.append(step.change().isEmpty() ? "" : " [" + step.change() + "]").append('\n');
    }
    return lines.append("=> ").append(ending).append('\n').toString();
  }

  /** What was tried, in one line. */
  public String boundsLine() {
    return bounds.stream().collect(Collectors.joining(", "));
  }
}
