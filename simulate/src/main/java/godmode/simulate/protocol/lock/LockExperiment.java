package godmode.simulate.protocol.lock;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Observer;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Trial;
import godmode.simulate.lab.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes that take turns under a lock with a lease. Lock and store are sound and never stop. */
@AutoService(Experiment.class)
public final class LockExperiment implements Experiment {
  /** What is checked. */
  public static final String IN_TURN = "no holder writes after a later one";

  @Override
  public String name() {
    return "lock";
  }

  @Override
  public String about() {
    return "a lock with a lease, and what it guards";
  }

  @Override
  public List<String> properties() {
    return List.of(IN_TURN);
  }

  @Override
  public Map<String, String> mutants() {
    return Map.of("no-fencing", "the store takes writes with any token");
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.time("lease", 200 * Plan.MILLI),
        Knob.time("work", 100 * Plan.MILLI),
        Knob.time("between-turns", 50 * Plan.MILLI),
        Knob.flag("looks-at-clock", false));
  }

  @Override
  public List<FaultKind> withstands() {
    return List.of(
        FaultKind.CRASH, FaultKind.POWER, FaultKind.WIPE, FaultKind.PAUSE, FaultKind.CLOCK);
  }

  @Override
  public Optional<String> told(Object before, Object after) {
    if (before instanceof LeaseLock.State was
        && after instanceof LeaseLock.State is
        && was.token() != is.token()) {
      return Optional.of("(the lock) is granted with token " + is.token());
    }
    if (before instanceof GuardedStore.State was
        && after instanceof GuardedStore.State is
        && !was.equals(is)) {
      return Optional.of(
          is.refused() > was.refused()
              ? "(the store) refuses a write"
              : "(the store) takes a write of token " + is.last());
    }
    return Optional.empty();
  }

  @Override
  public Trial run(Plan asked, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = asked.lasting(2, asked.duration());
    long lease = Knob.of(knobs(), plan, "lease");
    long work = Knob.of(knobs(), plan, "work");
    long pause = Knob.of(knobs(), plan, "between-turns");
    boolean looks = Knob.of(knobs(), plan, "looks-at-clock") == 1;
    if (lease < 1 || work < 1 || pause < 1) {
      throw new IllegalArgumentException("lease, work and between-turns are times above 0");
    }
    int store = plan.nodes() + 1;
    List<Protocol<?, LockMessage>> nodes = new ArrayList<>();
    for (int i = 0; i < plan.nodes(); i++) {
      nodes.add(new Holder(plan.nodes(), store, lease, work, pause, plan.duration(), looks));
    }
    nodes.add(new LeaseLock(lease));
    nodes.add(new GuardedStore(plan.mutant().isEmpty()));
    List<Violation> found = new ArrayList<>();
    Observer<LockMessage> checks =
        new Observer<>() {
          @Override
          public void stepped(long now, int node, Object before, Object after) {
            if (after instanceof GuardedStore.State is && is.last() < is.highest()) {
              found.add(
                  new Violation(
                      IN_TURN,
                      now,
                      "token "
                          + is.last()
                          + " writes after token "
                          + is.highest()
                          + " has written"));
            }
          }
        };
    return new Course<>(
            new Cluster<>(nodes, plan.nodes(), plan.conditions()), checks, found, Plan.SECOND)
        .run(
            plan,
            schedule,
            seed,
            watcher,
            (kernel, violations, measures) -> {
              if (kernel.state(store) instanceof GuardedStore.State end) {
                measures
                    .add(Measure.count("writes taken"), end.accepted())
                    .add(Measure.count("writes refused by their token"), end.refused());
              }
            });
  }
}
