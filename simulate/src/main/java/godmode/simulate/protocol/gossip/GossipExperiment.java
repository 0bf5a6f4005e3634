package godmode.simulate.protocol.gossip;

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
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Trial;
import godmode.simulate.lab.Violation;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes that find out by gossip who runs. */
@AutoService(Experiment.class)
public final class GossipExperiment implements Experiment {
  /** When everything has calmed down, who is down is suspected by everybody. */
  public static final String COMPLETE = "who is down is suspected";

  /** When everything has calmed down, who runs is suspected by nobody. */
  public static final String ACCURATE = "who runs is not suspected";

  private static final long QUIET = 60 * Plan.SECOND;

  @Override
  public String name() {
    return "gossip";
  }

  @Override
  public String about() {
    return "membership by gossip, with a phi accrual failure detector";
  }

  @Override
  public List<String> properties() {
    return List.of(COMPLETE, ACCURATE);
  }

  @Override
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("unforgiving", "who was suspected once is suspected for ever");
    all.put("no-relay", "a node tells its neighbour of itself, and nothing of others");
    return all;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.time("every", 200 * Plan.MILLI), Knob.count("fanout", 2), Knob.count("phi", 8));
  }

  @Override
  public List<FaultKind> withstands() {
    return List.of(
        FaultKind.PARTITION,
        FaultKind.RING,
        FaultKind.CRASH,
        FaultKind.POWER,
        FaultKind.WIPE,
        FaultKind.PAUSE,
        FaultKind.CLOG);
  }

  @Override
  public String said(Object message) {
    return message instanceof Gossip.Counts counts ? "counts " + counts.counts() : "";
  }

  @Override
  public Optional<String> told(Object before, Object after) {
    if (before instanceof Gossip.State was
        && after instanceof Gossip.State is
        && !was.suspects().equals(is.suspects())) {
      return Optional.of(
          is.suspects().isEmpty()
              ? "suspects nobody"
              : "suspects " + is.suspects().stream().map(node -> "n" + (node + 1)).toList());
    }
    return Optional.empty();
  }

  /** Takes down how long a crash takes to be noticed, and how often somebody was wrong. */
  private static final class Suspicions implements Observer<Gossip.Counts> {
    final Measures measures = new Measures();
    private final Map<Integer, Long> down = new HashMap<>();
    long wrong;

    @Override
    public void fault(long now, Fault fault, boolean begins) {
      if (fault instanceof Fault.Crash crash && begins) {
        down.putIfAbsent(crash.node(), now);
      }
    }

    @Override
    public void restarted(long now, int node, Object state) {
      down.remove(node);
    }

    @Override
    public void stepped(long now, int node, Object before, Object after) {
      if (!(before instanceof Gossip.State was) || !(after instanceof Gossip.State is)) {
        return;
      }
      for (int suspect : is.suspects()) {
        if (was.suspects().contains(suspect)) {
          continue;
        }
        Long since = down.get(suspect);
        if (since == null) {
          wrong++;
        } else {
          measures.add(Measure.time("time to notice a crash"), now - since);
        }
      }
    }
  }

  @Override
  public Trial run(Plan asked, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = asked.lasting(0, asked.duration());
    long every = Knob.of(knobs(), plan, "every");
    long fanout = Knob.of(knobs(), plan, "fanout");
    long phi = Knob.of(knobs(), plan, "phi");
    if (every < 1 || fanout < 1 || phi < 1) {
      throw new IllegalArgumentException("every, fanout and phi are above 0");
    }
    String mutant = plan.mutant().orElse("");
    Protocol<?, Gossip.Counts> gossip =
        new Gossip(
            plan.nodes(),
            every,
            (int) fanout,
            phi,
            !mutant.equals("unforgiving"),
            !mutant.equals("no-relay"));
    Suspicions suspicions = new Suspicions();
    return new Course<>(
            new Cluster<>(
                Collections.nCopies(plan.nodes(), gossip), plan.nodes(), plan.conditions()),
            suspicions,
            List.of(),
            QUIET)
        .run(
            plan,
            schedule,
            seed,
            watcher,
            (kernel, violations, measures) -> {
              suspicions.measures.all().forEach((m, all) -> all.forEach(v -> measures.add(m, v)));
              measures.add(Measure.count("wrong suspicions"), suspicions.wrong);
              judge(plan, kernel, violations);
            });
  }

  private static void judge(Plan plan, Kernel<Gossip.Counts> kernel, List<Violation> violations) {
    for (int node = 0; node < plan.nodes(); node++) {
      if (!kernel.isUp(node) || !(kernel.state(node) instanceof Gossip.State state)) {
        continue;
      }
      for (int other = 0; other < plan.nodes(); other++) {
        boolean suspects = state.suspects().contains(other);
        boolean knows = state.heard().containsKey(other);
        String pair = plan.names().get(node) + " and " + plan.names().get(other);
        if (other != node && kernel.isUp(other) && (suspects || !knows)) {
          violations.add(
              new Violation(
                  ACCURATE, kernel.now(), pair + ": the second runs, and the first knows not"));
          return;
        }
        if (!kernel.isUp(other) && knows && !suspects) {
          violations.add(
              new Violation(
                  COMPLETE, kernel.now(), pair + ": the second is down, and the first knows not"));
          return;
        }
      }
    }
  }
}
