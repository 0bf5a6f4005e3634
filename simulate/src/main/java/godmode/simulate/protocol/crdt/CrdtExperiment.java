package godmode.simulate.protocol.crdt;

import com.google.auto.service.AutoService;
import godmode.simulate.crdt.Workload;
import godmode.simulate.crdt.Workloads;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.kernel.Observer;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Trial;
import godmode.simulate.lab.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replicas of a CRDT that are changed everywhere and send each other deltas. */
@AutoService(Experiment.class)
public final class CrdtExperiment implements Experiment {
  /** When everything has calmed down, all copies are equal. */
  public static final String CONVERGENCE = "convergence";

  /** What all copies show in the end follows from the changes: none is lost, none is undone. */
  public static final String MEANING = "every change counts";

  private static final String TYPE = "type";
  private static final String OTHERWISE = "or-set";
  private static final List<String> TYPES = List.copyOf(Workloads.all().keySet());
  private static final String SEND_ONCE = "send-once";

  private static final int CHANGES_MAX = 20_000;
  private static final int SENDS_MORE = 300;
  private static final long QUIET = 10 * Plan.SECOND;

  @Override
  public String name() {
    return "crdt";
  }

  @Override
  public String about() {
    return "replicas of a CRDT that change at once and send deltas";
  }

  @Override
  public List<String> properties() {
    return List.of(CONVERGENCE, MEANING);
  }

  @Override
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(Workloads.NAIVE_MERGE, "a merge adds up what two copies of a counter say");
    all.put(Workloads.WALL_CLOCK, "writes are stamped by clocks, one of which is ahead");
    all.put(Workloads.NO_TOMBSTONES, "a set forgets what was removed");
    all.put(SEND_ONCE, "a delta is sent once, whether or not it arrives");
    return all;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.choice(TYPE, TYPES, OTHERWISE),
        Knob.count("changes", 60),
        Knob.time("every", 100 * Plan.MILLI),
        Knob.count("fanout", 2),
        Knob.count("keeps", 100));
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
  public String said(Object message) {
    if (message instanceof CrdtMessage.Deltas<?> deltas) {
      return "%s: %d changes, %d entries"
          .formatted(deltas.whole() ? "whole copy" : "deltas", deltas.changes(), deltas.entries());
    }
    return message instanceof CrdtMessage.Arrived<?> arrived ? "has all to " + arrived.until() : "";
  }

  @Override
  public Optional<String> told(Object before, Object after) {
    return before instanceof DeltaReplica.State<?> was
            && after instanceof DeltaReplica.State<?> is
            && was.made() < is.made()
        ? Optional.of("makes its change " + is.made())
        : Optional.empty();
  }

  @Override
  public Map<String, String> chosen(Plan plan) {
    return Map.of(TYPE, type(plan));
  }

  /** The type that was asked for, or else one that the mutant is of. */
  private String type(Plan plan) {
    if (plan.numbers().containsKey(TYPE) || plan.mutant().isEmpty()) {
      return TYPES.get((int) Knob.of(knobs(), plan, TYPE));
    }
    List<String> fit = typesOf(plan.mutant().get());
    return fit.contains(OTHERWISE) ? OTHERWISE : fit.get(0);
  }

  private static List<String> typesOf(String mutant) {
    return mutant.equals(SEND_ONCE)
        ? TYPES
        : TYPES.stream().filter(type -> Workloads.mutants(type).containsKey(mutant)).toList();
  }

  private Workload<?> workload(Plan plan) {
    String type = type(plan);
    String mutant = plan.mutant().orElse(SEND_ONCE);
    if (!typesOf(mutant).contains(type)) {
      throw new IllegalArgumentException(
          "%s has no mutant %s; it is one of %s"
              .formatted(type, mutant, String.join(", ", typesOf(mutant))));
    }
    Workload<?> sound = Workloads.all().get(type);
    Workload<?> workload = Workloads.mutants(type).getOrDefault(mutant, sound);
    if (workload == null) {
      throw new IllegalStateException("no workload of " + type);
    }
    return workload;
  }

  @Override
  public Trial run(Plan asked, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = asked.lasting(0, asked.duration());
    return run(workload(plan), plan, schedule, seed, watcher);
  }

  private <C> DeltaReplica<C> replica(Workload<C> workload, Plan plan) {
    long changes = Knob.of(knobs(), plan, "changes");
    long every = Knob.of(knobs(), plan, "every");
    long fanout = Knob.of(knobs(), plan, "fanout");
    if (plan.nodes() < 2) {
      throw new IllegalArgumentException("1 replica has no other to agree with; 2 at least");
    }
    if (every < 1 || fanout < 1 || fanout > plan.nodes()) {
      throw new IllegalArgumentException(
          "every is above 0, and fanout is from 1 to the number of nodes");
    }
    if (changes < 1 || changes * plan.nodes() > CHANGES_MAX) {
      throw new IllegalArgumentException(
          "%,d changes of each of %d replicas; 1 to %,d"
              .formatted(changes, plan.nodes(), CHANGES_MAX / plan.nodes()));
    }
    return new DeltaReplica<>(
        workload,
        plan.nodes(),
        (int) changes,
        Math.max(1, plan.duration() / changes),
        every,
        (int) fanout,
        (int) Knob.of(knobs(), plan, "keeps"),
        plan.mutant().filter(SEND_ONCE::equals).isEmpty());
  }

  private <C> Trial run(
      Workload<C> workload,
      Plan plan,
      FaultSchedule schedule,
      long seed,
      Observer<Object> watcher) {
    DeltaReplica<C> replica = replica(workload, plan);
    Growth<C> growth = new Growth<>(workload, plan.nodes(), replica.changes());
    return new Course<>(
            new Cluster<>(
                Collections.nCopies(plan.nodes(), replica), plan.nodes(), plan.conditions()),
            growth,
            List.of(),
            plan.duration() + QUIET + SENDS_MORE * replica.every())
        .run(
            plan,
            schedule,
            seed,
            watcher,
            (kernel, violations, measures) -> {
              growth.measure(plan.duration(), measures);
              judge(growth, kernel, plan, violations);
            });
  }

  private static <C> void judge(
      Growth<C> growth, Kernel<CrdtMessage<C>> kernel, Plan plan, List<Violation> violations) {
    List<Integer> up = new ArrayList<>();
    List<C> copies = new ArrayList<>();
    for (int node = 0; node < plan.nodes(); node++) {
      if (kernel.isUp(node)) {
        up.add(node);
        copies.add(growth.copy(kernel.state(node)));
      }
    }
    for (int i = 1; i < copies.size(); i++) {
      if (!copies.get(i).equals(copies.get(0))) {
        String what =
            "%s and %s differ: %s and %s"
                .formatted(
                    plan.names().get(up.get(0)),
                    plan.names().get(up.get(i)),
                    growth.shown(copies.get(0)),
                    growth.shown(copies.get(i)));
        violations.add(new Violation(CONVERGENCE, kernel.now(), what));
        return;
      }
    }
    if (!copies.isEmpty()) {
      growth
          .wrong(copies.get(0))
          .ifPresent(what -> violations.add(new Violation(MEANING, kernel.now(), what)));
    }
  }
}
