package godmode.simulate.lab;

import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.kernel.Observer;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a cluster, with checks at every step and afterwards.
 *
 * @param found what checks have found so far; a run ends at the first
 * @param quiet how long it goes on after clients and faults have ended, in nanoseconds
 */
public record Course<M>(Cluster<M> cluster, Observer<M> checks, List<Violation> found, long quiet) {

  /** Judges a run that has come to its end, and measures. */
  @FunctionalInterface
  public interface Ending<M> {
    /** Adds what is wrong, and what was measured. */
    void judge(Kernel<M> kernel, List<Violation> violations, Measures measures);
  }

  /** Runs. What a run that was ended early has measured does not count. */
  public Trial run(
      Plan plan, FaultSchedule schedule, long seed, Observer<Object> watcher, Ending<M> ending) {
    Kernel<M> kernel = new Kernel<>(cluster, schedule, seed, new Watchers<>(checks, watcher));
    long end = plan.duration() + quiet;
    boolean goesOn = true;
    while (goesOn && found.isEmpty() && kernel.now() < end) {
      goesOn = kernel.step();
    }
    List<Violation> violations = new ArrayList<>(found);
    Measures measures = new Measures();
    if (violations.isEmpty()) {
      ending.judge(kernel, violations, measures);
    }
    return new Trial(seed, schedule, violations, measures.all(), kernel.events(), kernel.trace());
  }
}
