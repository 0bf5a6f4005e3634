package godmode.simulate.protocol.saga;

import com.google.auto.service.AutoService;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Transactions in steps that are taken back. Each node but the first does one step. */
@AutoService(Experiment.class)
public final class SagaExperiment implements Experiment {
  /** When everything has calmed down, a saga has had every effect once, or none. */
  public static final String WHOLE = "each saga has all effects once, or none";

  private static final long QUIET = 30 * Plan.SECOND;

  @Override
  public String name() {
    return "saga";
  }

  @Override
  public String about() {
    return "transactions in steps, taken back where one is refused";
  }

  @Override
  public List<String> properties() {
    return List.of(WHOLE);
  }

  @Override
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("not-idempotent", "an order that is given again is carried out again");
    all.put("no-compensation", "nothing is taken back");
    all.put("forgetful-orchestrator", "the orchestrator forgets open sagas in a crash");
    return all;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.flag("orchestrated", true),
        Knob.time("every", 50 * Plan.MILLI),
        Knob.time("retry", 100 * Plan.MILLI),
        Knob.count("refusals-one-in", 10));
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
  public Trial run(Plan asked, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = asked.lasting(0, asked.duration());
    boolean orchestrated = Knob.of(knobs(), plan, "orchestrated") == 1;
    long every = Knob.of(knobs(), plan, "every");
    long retry = Knob.of(knobs(), plan, "retry");
    int refusals = (int) Knob.of(knobs(), plan, "refusals-one-in");
    if (plan.nodes() < 2 || every < 1 || retry < 1 || refusals < 1) {
      throw new IllegalArgumentException(
          "it takes two nodes: one that begins sagas and one for each step; every, retry and"
              + " refusals-one-in are above 0");
    }
    String mutant = plan.mutant().orElse("");
    int steps = plan.nodes() - 1;
    boolean compensates = !mutant.equals("no-compensation");
    List<Protocol<?, SagaMessage>> nodes = new ArrayList<>();
    nodes.add(
        orchestrated
            ? new Orchestrator(
                steps,
                every,
                retry,
                plan.duration(),
                !mutant.equals("forgetful-orchestrator"),
                compensates)
            : new Beginner(every, plan.duration()));
    for (int i = 1; i <= steps; i++) {
      nodes.add(
          new Step(
              steps,
              refusals,
              retry,
              !orchestrated,
              !mutant.equals("not-idempotent"),
              compensates));
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
              Map<Integer, List<Integer>> effects = effects(kernel, steps);
              int whole = 0;
              for (Map.Entry<Integer, List<Integer>> saga : effects.entrySet()) {
                List<Integer> kinds = saga.getValue().stream().distinct().toList();
                whole += kinds.equals(List.of(1)) ? 1 : 0;
                if (!kinds.equals(List.of(1)) && !kinds.equals(List.of(0))) {
                  violations.add(
                      new Violation(
                          WHOLE,
                          kernel.now(),
                          "saga " + saga.getKey() + " has effects " + saga.getValue()));
                }
              }
              measures
                  .add(Measure.count("sagas with all effects"), whole)
                  .add(Measure.count("sagas without any"), effects.size() - whole);
            });
  }

  /** How often each step has had its effect, by saga. */
  private static Map<Integer, List<Integer>> effects(Kernel<SagaMessage> kernel, int steps) {
    Map<Integer, List<Integer>> all = new TreeMap<>();
    for (int node = 1; node <= steps; node++) {
      if (kernel.state(node) instanceof Step.State state) {
        state.effects().keySet().forEach(saga -> all.putIfAbsent(saga, new ArrayList<>()));
      }
    }
    for (int node = 1; node <= steps; node++) {
      if (kernel.state(node) instanceof Step.State state) {
        all.forEach((saga, list) -> list.add(state.effects().getOrDefault(saga, 0)));
      }
    }
    return all;
  }

  @Override
  public Optional<String> told(Object before, Object after) {
    if (before instanceof Step.State was && after instanceof Step.State is) {
      for (Map.Entry<Integer, Step.Phase> one : is.phases().entrySet()) {
        if (was.phases().get(one.getKey()) != one.getValue()) {
          return Optional.of(
              switch (one.getValue()) {
                case DONE -> "does its step of saga " + one.getKey();
                case REFUSED -> "refuses its step of saga " + one.getKey();
                case UNDONE -> "takes back its step of saga " + one.getKey();
              });
        }
      }
    }
    return Optional.empty();
  }
}
