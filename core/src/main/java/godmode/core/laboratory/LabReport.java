package godmode.core.laboratory;

import java.util.List;
import java.util.Optional;

/**
 * What came of many runs of a protocol.
 *
 * @param protocol {@code raft}
 * @param about what it is, as a phrase
 * @param given numbers it ran with, as {@code name=value}
 * @param properties that were checked in every run
 * @param mutant what was missing, as a phrase
 * @param seed of the first run; the others follow it
 * @param asked how many runs were asked for
 * @param runs how many there were
 * @param wrong how many of them violated a property
 * @param events of all runs
 * @param first the first that went wrong
 * @param replay runs the run of the timeline again
 * @param faults of that run, as lines of a schedule
 * @param timeline of one run: the first that went wrong, or the first
 */
public record LabReport(
    String protocol,
    String about,
    List<String> given,
    List<String> properties,
    Optional<String> mutant,
    long seed,
    int asked,
    int runs,
    int wrong,
    long events,
    Optional<Failure> first,
    List<Distribution> distributions,
    String replay,
    List<String> faults,
    Timeline timeline) {
  public LabReport {
    given = List.copyOf(given);
    properties = List.copyOf(properties);
    distributions = List.copyOf(distributions);
    faults = List.copyOf(faults);
  }

  /**
   * A run that went wrong.
   *
   * @param violations property and what happened, in order
   * @param faults of its schedule
   * @param needed the faults that are left when those are taken out that it goes wrong without, as
   *     lines of a schedule
   * @param isFewest no schedule of fewer of its faults goes wrong
   * @param command runs it again
   */
  public record Failure(
      long seed,
      List<Violated> violations,
      int faults,
      List<String> needed,
      boolean isFewest,
      String command) {
    public Failure {
      violations = List.copyOf(violations);
      needed = List.copyOf(needed);
    }
  }

  /** A property that did not hold, and what happened. */
  public record Violated(String property, long at, String what) {}
}
