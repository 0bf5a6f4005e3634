package godmode.simulate.lab;

import godmode.simulate.fault.FaultSchedule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of one run.
 *
 * @param violations in order; none if everything held
 * @param measures values, by what they measure
 * @param events how many there were
 * @param trace a number over all of them
 */
public record Trial(
    long seed,
    FaultSchedule schedule,
    List<Violation> violations,
    Map<Measure, List<Long>> measures,
    long events,
    long trace) {
  public Trial {
    violations = List.copyOf(violations);
    measures = new TreeMap<>(measures);
  }

  /** Whether something went wrong. */
  public boolean isWrong() {
    return !violations.isEmpty();
  }
}
