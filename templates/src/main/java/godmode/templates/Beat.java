package godmode.templates;

import godmode.core.review.Counterexample;
import godmode.core.review.Counterexample.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a counterexample: a step, or the same step of several nodes one after the other.
 *
 * @param number of its first step, from 1
 * @param steps equal but for who does it; one or more
 */
public record Beat(int number, List<Step> steps) {
  public Beat {
    steps = List.copyOf(steps);
  }

  /** The steps of a counterexample, those that only repeat the one before it with another node. */
  public static List<Beat> of(Counterexample how) {
    List<Beat> beats = new ArrayList<>();
    List<Step> alike = new ArrayList<>();
    for (Step step : how.steps()) {
      if (!alike.isEmpty() && !repeats(step, alike.get(0))) {
        beats.add(new Beat(after(beats), alike));
        alike.clear();
      }
      alike.add(step);
    }
    beats.add(new Beat(after(beats), alike));
    return List.copyOf(beats);
  }

  private static int after(List<Beat> beats) {
    return 1 + beats.stream().mapToInt(beat -> beat.steps.size()).sum();
  }

  private static boolean repeats(Step step, Step before) {
    return step.action().equals(before.action())
        && step.target().equals(before.target())
        && step.isFault() == before.isFault()
        && !step.actor().equals(before.actor());
  }

  /** The first of its steps, which stands for all. */
  public Step first() {
    return steps.get(0);
  }

  /** As a sentence: {@code db-1 stores v1; so do db-2, db-3}. */
  public String sentence() {
    List<String> others = steps.stream().skip(1).map(Step::actor).toList();
    if (others.isEmpty()) {
      return first().sentence();
    }
    return first().sentence()
        + (others.size() == 1 ? "; so does " : "; so do ")
        + String.join(", ", others);
  }

  /** What is different afterwards; of what changed twice, the last; empty for nothing. */
  public String change() {
    Map<String, String> last = new LinkedHashMap<>();
    for (Step step : steps) {
      if (!step.change().isEmpty()) {
        last.put(step.change().split("[=:]", 2)[0], step.change());
      }
    }
    return String.join(", ", last.values());
  }

  /** Whether it is a failure of the surroundings, not a step of the system. */
  public boolean isFault() {
    return first().isFault();
  }
}
