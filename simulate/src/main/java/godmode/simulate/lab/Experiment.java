package godmode.simulate.lab;

import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Observer;
import java.util.Map;
import java.util.Optional;

/** A protocol that can be put under faults, and what is to hold of it. */
public interface Experiment {
  /** What is known of it before it runs. */
  Card card();

  /**
   * Makes one run ready.
   *
   * @throws IllegalArgumentException with a message for people, if the plan cannot be
   */
  Course<?> course(Setup setup);

  /** What a plan comes to where nobody said it, for the summary: {@code type} is {@code or-set}. */
  default Map<String, String> chosen(Setup setup) {
    return Map.of();
  }

  /** How a message is told in a timeline. */
  default String said(Object message) {
    String text = message.toString().replaceFirst("\\[", " ").replaceFirst("]$", "").trim();
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  /** What a step has changed, if it is worth telling: {@code leads in term 3}. */
  default Optional<String> told(Setup setup, Object before, Object after) {
    return Optional.empty();
  }

  /**
   * Runs it once.
   *
   * @param watcher of everything that happens, besides the checks
   * @throws IllegalArgumentException with a message for people, if the plan cannot be
   */
  default Trial run(Plan plan, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Setup setup = new Setup(card(), plan);
    return course(setup).run(setup, schedule, seed, watcher);
  }
}
