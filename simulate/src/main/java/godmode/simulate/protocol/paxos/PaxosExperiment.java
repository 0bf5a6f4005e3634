package godmode.simulate.protocol.paxos;

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
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Trial;
import godmode.simulate.lab.Violation;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Nodes that choose values, one after the other, and all propose. */
@AutoService(Experiment.class)
public final class PaxosExperiment implements Experiment {
  /** No two nodes learn different values. */
  public static final String AGREEMENT = "agreement";

  /** When everything has calmed down, everybody who runs has learned every value. */
  public static final String CONVERGENCE = "convergence";

  private static final long QUIET = 10 * Plan.SECOND;

  @Override
  public String name() {
    return "paxos";
  }

  @Override
  public String about() {
    return "values that are chosen by majorities";
  }

  @Override
  public List<String> properties() {
    return List.of(AGREEMENT, CONVERGENCE);
  }

  @Override
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ignores-accepted", "a proposer proposes its own value, whatever was accepted before");
    all.put("promise-not-persisted", "an acceptor forgets its promises in a crash");
    all.put("half-is-majority", "half of the acceptors are enough");
    all.put("no-flush", "an acceptor answers before it has flushed");
    return all;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(Knob.count("slots", 200), Knob.time("retry", 50 * Plan.MILLI));
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
    if (before instanceof PaxosState was
        && after instanceof PaxosState is
        && is.chosen().size() > was.chosen().size()) {
      return Optional.of("knows " + is.chosen().size() + " chosen values");
    }
    return Optional.empty();
  }

  /** Holds every value that somebody has learned against what others have. */
  private static final class Checks implements Observer<PaxosMessage> {
    final List<Violation> found = new java.util.ArrayList<>();
    final Map<Integer, Integer> chosen = new HashMap<>();
    final Measures times = new Measures();
    private long last;

    @Override
    public void stepped(long now, int node, Object before, Object after) {
      if (!(before instanceof PaxosState was)
          || !(after instanceof PaxosState is)
          || was.chosen().equals(is.chosen())) {
        return;
      }
      is.chosen()
          .forEach(
              (slot, value) -> {
                Integer other = chosen.putIfAbsent(slot, value);
                if (other == null) {
                  times.add(Measure.time("time from one value to the next"), now - last);
                  last = now;
                } else if (!other.equals(value)) {
                  found.add(
                      new Violation(
                          AGREEMENT,
                          now,
                          String.format(
                              Locale.ROOT,
                              "slot %d has the values %d and %d",
                              slot,
                              other,
                              value)));
                }
              });
    }
  }

  @Override
  public Trial run(Plan asked, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = asked.lasting(0, asked.duration());
    long slots = Knob.of(knobs(), plan, "slots");
    long retry = Knob.of(knobs(), plan, "retry");
    if (slots < 1 || retry < 1) {
      throw new IllegalArgumentException("slots and retry have to be above 0");
    }
    Optional<PaxosMutant> mutant =
        plan.mutant()
            .map(name -> PaxosMutant.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    Protocol<?, PaxosMessage> paxos = new Paxos(plan.nodes(), (int) slots, retry, mutant);
    Checks checks = new Checks();
    return new Course<>(
            new Cluster<>(
                Collections.nCopies(plan.nodes(), paxos), plan.nodes(), plan.conditions()),
            checks,
            checks.found,
            QUIET)
        .run(
            plan,
            schedule,
            seed,
            watcher,
            (kernel, violations, measures) -> {
              checks.times.all().forEach((m, all) -> all.forEach(v -> measures.add(m, v)));
              measures.add(Measure.count("values chosen"), checks.chosen.size());
              behind(plan, kernel, (int) slots)
                  .ifPresent(
                      what -> violations.add(new Violation(CONVERGENCE, kernel.now(), what)));
            });
  }

  private static Optional<String> behind(Plan plan, Kernel<PaxosMessage> kernel, int slots) {
    for (int node = 0; node < plan.nodes(); node++) {
      boolean isBehind =
          kernel.isUp(node)
              && kernel.state(node) instanceof PaxosState state
              && state.chosen().size() < slots;
      if (isBehind) {
        return Optional.of(plan.names().get(node) + " has not learned all " + slots + " values");
      }
    }
    return Optional.empty();
  }
}
