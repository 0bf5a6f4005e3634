package godmode.simulate.protocol.failover;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.history.Registers;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Observer;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Trial;
import godmode.simulate.lab.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A primary with backups, and a monitor that replaces it. */
@AutoService(Experiment.class)
public final class FailoverExperiment implements Experiment {
  /** What clients saw is consistent with one copy. */
  public static final String LINEARIZABLE = "linearizability";

  private static final long QUIET = 5 * Plan.SECOND;
  private static final int ITEMS = 3;

  @Override
  public String name() {
    return "failover";
  }

  @Override
  public String about() {
    return "a primary with backups, and a monitor that replaces it";
  }

  @Override
  public List<String> properties() {
    return List.of(LINEARIZABLE);
  }

  @Override
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("asynchronous", "a primary answers before its backups have the write");
    all.put("no-fencing", "backups take what a primary of an earlier view sends");
    return all;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(Knob.time("beat", 50 * Plan.MILLI), Knob.time("patience", 200 * Plan.MILLI));
  }

  @Override
  public List<FaultKind> withstands() {
    return List.of(
        FaultKind.PARTITION,
        FaultKind.RING,
        FaultKind.CRASH,
        FaultKind.POWER,
        FaultKind.PAUSE,
        FaultKind.CLOCK,
        FaultKind.CLOG);
  }

  @Override
  public Optional<String> told(Object before, Object after) {
    if (before instanceof Monitor.State was
        && after instanceof Monitor.State is
        && was.view().number() != is.view().number()) {
      return Optional.of(
          "(the monitor) makes n"
              + (is.view().primary() + 1)
              + " the primary in view "
              + is.view().number());
    }
    return Optional.empty();
  }

  @Override
  public Trial run(Plan asked, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = asked.lasting(asked.clients() + 1, asked.duration()); // and the monitor
    long beat = Knob.of(knobs(), plan, "beat");
    long patience = Knob.of(knobs(), plan, "patience");
    if (beat < 1 || patience <= beat) {
      throw new IllegalArgumentException("beat is above 0, and patience longer");
    }
    String mutant = plan.mutant().orElse("");
    List<Protocol<?, FailoverMessage>> nodes = new ArrayList<>();
    for (int i = 0; i < plan.nodes(); i++) {
      nodes.add(
          new Server(
              plan.nodes(), beat, !mutant.equals("asynchronous"), !mutant.equals("no-fencing")));
    }
    nodes.add(new Monitor(plan.nodes(), patience));
    for (int i = 0; i < asked.clients(); i++) {
      nodes.add(
          new FailoverClient(
              plan.nodes(), ITEMS, 20 * Plan.MILLI, 300 * Plan.MILLI, plan.duration()));
    }
    return new Course<>(
            new Cluster<>(nodes, plan.nodes(), plan.conditions()),
            new Observer<>() {},
            List.of(),
            QUIET)
        .run(
            plan,
            schedule,
            seed,
            watcher,
            (kernel, violations, measures) -> {
              measures
                  .clients(kernel.journal(), plan.nodes() + plan.clients(), plan.duration())
                  .add(Measures.STALE, Registers.staleReads(kernel.journal()));
              if (kernel.state(plan.nodes()) instanceof Monitor.State state) {
                measures.add(Measure.count("views"), state.view().number());
              }
              Registers.linearizable(kernel.journal())
                  .ifPresent(
                      what -> violations.add(new Violation(LINEARIZABLE, kernel.now(), what)));
            });
  }
}
