package godmode.simulate.lab;

import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.kernel.Observer;
import godmode.simulate.kernel.Protocol;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run, ready to begin.
 *
 * @param nodes the protocol of each: servers, then the others of the card
 * @param checks at every step; the run ends at the first violation
 * @param quiet how long it goes on after clients and faults have ended, in nanoseconds
 * @param judge of a run that came to its end; it adds what is wrong, and what was measured
 */
public record Course<M>(
    List<Protocol<?, M>> nodes, Checks<M> checks, long quiet, Consumer<Ending<M>> judge) {
  public Course {
    nodes = List.copyOf(nodes);
  }

  /** So many servers of one protocol. */
  public static <M> List<Protocol<?, M>> equal(int servers, Protocol<?, M> protocol) {
    return Collections.nCopies(servers, protocol);
  }

  /** Runs. What a run that was ended early has measured does not count. */
  Trial run(Setup setup, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = setup.plan();
    Kernel<M> kernel =
        new Kernel<>(
            new Cluster<>(nodes, plan.nodes(), plan.conditions(nodes.size())),
            schedule,
            seed,
            new Watchers<>(checks, watcher));
    long end = plan.duration() + quiet;
    boolean goesOn = true;
    while (goesOn && checks.found().isEmpty() && kernel.now() < end) {
      goesOn = kernel.step();
    }
    if (!checks.found().isEmpty()) {
      return trial(kernel, schedule, seed, checks.found(), new Measures());
    }
    Ending<M> ending = new Ending<>(setup, kernel, checks.measures());
    judge.accept(ending);
    return trial(kernel, schedule, seed, ending.violations(), ending.measures());
  }

  private Trial trial(
      Kernel<M> kernel,
      FaultSchedule schedule,
      long seed,
      List<Violation> violations,
      Measures measures) {
    return new Trial(seed, schedule, violations, measures.all(), kernel.events(), kernel.trace());
  }
}
