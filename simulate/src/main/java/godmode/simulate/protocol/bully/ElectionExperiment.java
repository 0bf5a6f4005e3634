package godmode.simulate.protocol.bully;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.kernel.Observer;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Trial;
import godmode.simulate.lab.Violation;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes of which the highest is to lead. While faults last, several may. */
@AutoService(Experiment.class)
public final class ElectionExperiment implements Experiment {
  /** When everything has calmed down, all that run follow the highest that runs. */
  public static final String AGREEMENT = "everybody follows the highest node that runs";

  private static final long QUIET = 10 * Plan.SECOND;

  @Override
  public String name() {
    return "election";
  }

  @Override
  public String about() {
    return "the highest node that runs is to lead (bully)";
  }

  @Override
  public List<String> properties() {
    return List.of(AGREEMENT);
  }

  @Override
  public Map<String, String> mutants() {
    return Map.of("meek", "a node follows whoever leads, however low");
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.time("heartbeat", 50 * Plan.MILLI), Knob.time("patience", 150 * Plan.MILLI));
  }

  @Override
  public List<FaultKind> withstands() {
    return List.of(FaultKind.values());
  }

  @Override
  public Optional<String> told(Object before, Object after) {
    if (before instanceof Bully.State was
        && after instanceof Bully.State is
        && was.isLeader() != is.isLeader()) {
      return Optional.of(is.isLeader() ? "leads" : "leads no more");
    }
    return Optional.empty();
  }

  /** Adds up for how long there were two leaders, and none. */
  private static final class Leaders implements Observer<BullyMessage> {
    private final BitSet leading = new BitSet();
    private long since;
    long none;
    long several;
    long changes;

    void until(long now) {
      none += leading.isEmpty() ? now - since : 0;
      several += leading.cardinality() > 1 ? now - since : 0;
      since = now;
    }

    @Override
    public void stepped(long now, int node, Object before, Object after) {
      if (after instanceof Bully.State is && leading.get(node) != is.isLeader()) {
        until(now);
        leading.set(node, is.isLeader());
        changes += is.isLeader() ? 1 : 0;
      }
    }

    @Override
    public void fault(long now, Fault fault, boolean begins) {
      if (fault instanceof Fault.Crash crash && begins) {
        until(now);
        leading.clear(crash.node());
      }
    }
  }

  @Override
  public Trial run(Plan asked, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = asked.lasting(0, asked.duration());
    long heartbeat = Knob.of(knobs(), plan, "heartbeat");
    long patience = Knob.of(knobs(), plan, "patience");
    if (heartbeat < 1 || patience <= heartbeat) {
      throw new IllegalArgumentException("heartbeat is above 0, and patience longer");
    }
    Protocol<?, BullyMessage> bully =
        new Bully(plan.nodes(), heartbeat, patience, plan.mutant().isPresent());
    Leaders leaders = new Leaders();
    return new Course<>(
            new Cluster<>(
                Collections.nCopies(plan.nodes(), bully), plan.nodes(), plan.conditions()),
            leaders,
            List.of(),
            QUIET)
        .run(
            plan,
            schedule,
            seed,
            watcher,
            (kernel, violations, measures) -> {
              leaders.until(plan.duration() + QUIET);
              measures
                  .add(Measure.time("time without a leader"), leaders.none)
                  .add(Measure.time("time with several leaders"), leaders.several)
                  .add(Measure.count("elections"), leaders.changes);
              apart(plan, kernel)
                  .ifPresent(what -> violations.add(new Violation(AGREEMENT, kernel.now(), what)));
            });
  }

  private static Optional<String> apart(Plan plan, Kernel<BullyMessage> kernel) {
    int highest = plan.nodes() - 1;
    while (highest >= 0 && !kernel.isUp(highest)) {
      highest--;
    }
    for (int node = 0; node < plan.nodes(); node++) {
      boolean strays =
          kernel.isUp(node)
              && kernel.state(node) instanceof Bully.State state
              && state.leader() != highest;
      if (strays) {
        return Optional.of(
            plan.names().get(node) + " does not follow " + plan.names().get(highest));
      }
    }
    return Optional.empty();
  }
}
