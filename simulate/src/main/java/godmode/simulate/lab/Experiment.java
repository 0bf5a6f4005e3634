package godmode.simulate.lab;

import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Observer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A protocol that can be put under faults, and what is to hold of it. */
public interface Experiment {
  /** What it is called on the command line: {@code raft}. */
  String name();

  /** What it is, as a phrase. */
  String about();

  /** What is checked in every run, each as a phrase. */
  List<String> properties();

  /** What can be left out to see what it is for: names and what each leaves out. */
  Map<String, String> mutants();

  /** Its numbers. */
  List<Knob> knobs();

  /** Kinds of faults that it promises to survive. */
  List<FaultKind> withstands();

  /** What a plan comes to where nobody said it, for the summary: {@code type} is {@code or-set}. */
  default Map<String, String> chosen(Plan plan) {
    return Map.of();
  }

  /** How a message is told in a timeline. */
  default String said(Object message) {
    String text = message.toString().replaceFirst("\\[", " ").replaceFirst("]$", "").trim();
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  /** What a step has changed, if it is worth telling: {@code leads in term 3}. */
  default Optional<String> told(Object before, Object after) {
    return Optional.empty();
  }

  /**
   * Runs it once.
   *
   * @param watcher of everything that happens, besides the checks
   * @throws IllegalArgumentException with a message for people, if the plan cannot be
   */
  Trial run(Plan plan, FaultSchedule schedule, long seed, Observer<Object> watcher);
}
