package godmode.templates;

import godmode.core.evidence.Environment;
import godmode.core.review.Counterexample;
import godmode.core.review.Finding;
import godmode.core.review.Simulation;
import java.util.Map;
import java.util.stream.Collectors;

/** The commands that show a counterexample at length. */
public final class Replay {
  private Replay() {}

  /** Looks for it again: {@code godmode simulate unfenced-lock --on stock-lock}. */
  public static String search(Finding finding) {
    return search(finding.rule(), finding.subject(), finding.environments().get(0));
  }

  /**
   * Runs a model again.
   *
   * @param with what was tried instead of what the design says
   * @param set what was decided on the command line
   */
  public static String command(
      Simulation simulation, Map<String, String> with, Map<String, String> set) {
    return search(simulation.rule(), simulation.subject(), simulation.environment())
        + options(" --with ", with)
        + options(" --set ", set);
  }

  private static String options(String option, Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> option + word(entry.getKey() + "=" + entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String search(String rule, String subject, Environment in) {
    return "godmode simulate "
        + rule
        + (subject.isEmpty() ? "" : " --on " + word(subject))
        + (in.equals(Environment.DEFAULT) ? "" : " --env " + word(in.name()));
  }

  /** Goes through the same schedule again. */
  public static String again(Finding finding, Counterexample how) {
    return search(finding) + " --replay " + how.token();
  }

  /** As a shell takes it for one word. */
  private static String word(String text) {
    return text.matches("[\\w./:@=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
