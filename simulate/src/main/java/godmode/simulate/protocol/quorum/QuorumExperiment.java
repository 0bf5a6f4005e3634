package godmode.simulate.protocol.quorum;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.history.Registers;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.kernel.Observer;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Trial;
import godmode.simulate.lab.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store without a leader, with clients that read and write. */
@AutoService(Experiment.class)
public final class QuorumExperiment implements Experiment {
  /** No read returns what an acknowledged write had replaced before it began. */
  public static final String FRESH = "no stale read";

  /** When everything has calmed down, all replicas are equal. */
  public static final String CONVERGENCE = "convergence";

  /** An acknowledged write is only ever replaced by a later one. */
  public static final String DURABLE = "durability";

  private static final long QUIET = 20 * Plan.SECOND;
  private static final long THINKS = 20 * Plan.MILLI;

  @Override
  public String name() {
    return "quorum";
  }

  @Override
  public String about() {
    return "a store without a leader: reads and writes ask some nodes";
  }

  @Override
  public List<String> properties() {
    return List.of(FRESH, CONVERGENCE, DURABLE);
  }

  @Override
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("disjoint-quorums", "reads and writes wait for one node");
    all.put("no-repair", "no read repair, no hints, and replicas compare nothing");
    all.put("no-flush", "a replica acknowledges before it has flushed");
    return all;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.count("read-quorum", 0),
        Knob.count("write-quorum", 0),
        Knob.count("items", 8),
        Knob.flag("read-repair", true),
        Knob.flag("hinted-handoff", true),
        Knob.time("anti-entropy-every", 500 * Plan.MILLI));
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

  private QuorumOptions options(Plan plan) {
    boolean one = plan.mutant().filter("disjoint-quorums"::equals).isPresent();
    boolean bare = plan.mutant().filter("no-repair"::equals).isPresent();
    int majority = plan.nodes() / 2 + 1;
    int reads = (int) Knob.of(knobs(), plan, "read-quorum");
    int writes = (int) Knob.of(knobs(), plan, "write-quorum");
    return new QuorumOptions(
        plan.nodes(),
        one ? 1 : reads == 0 ? majority : reads,
        one ? 1 : writes == 0 ? majority : writes,
        (int) Knob.of(knobs(), plan, "items"),
        !bare && Knob.of(knobs(), plan, "read-repair") == 1,
        !bare && Knob.of(knobs(), plan, "hinted-handoff") == 1,
        bare ? 0 : Knob.of(knobs(), plan, "anti-entropy-every"),
        plan.mutant().filter("no-flush"::equals).isEmpty());
  }

  @Override
  public Trial run(Plan plan, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    QuorumOptions options = options(plan);
    List<Protocol<?, QuorumMessage>> nodes = new ArrayList<>();
    for (int i = 0; i < plan.nodes(); i++) {
      nodes.add(new Replica(options));
    }
    for (int i = 0; i < plan.clients(); i++) {
      nodes.add(
          new QuorumClient(
              plan.nodes(), options.items(), THINKS, 300 * Plan.MILLI, plan.duration()));
    }
    Map<Integer, Version> acknowledged = new LinkedHashMap<>();
    Observer<QuorumMessage> checks =
        new Observer<>() {
          @Override
          public void received(long now, int from, int to, QuorumMessage message) {
            if (message instanceof QuorumMessage.Done done) {
              acknowledged.merge(done.item(), done.version(), Version::orLater);
            }
          }
        };
    return new Course<>(
            new Cluster<>(nodes, plan.nodes(), plan.conditions()), checks, List.of(), QUIET)
        .run(
            plan,
            schedule,
            seed,
            watcher,
            (kernel, violations, measures) -> {
              int stale = Registers.staleReads(kernel.journal());
              measures
                  .clients(kernel.journal(), plan.nodes() + plan.clients(), plan.duration())
                  .add(Measures.STALE, stale);
              long now = kernel.now();
              if (stale > 0) {
                violations.add(new Violation(FRESH, now, stale + " reads were stale"));
              }
              apart(plan, kernel)
                  .ifPresent(what -> violations.add(new Violation(CONVERGENCE, now, what)));
              int lost = lost(plan, kernel, acknowledged);
              measures.add(Measures.LOST, lost);
              if (lost > 0) {
                violations.add(
                    new Violation(
                        DURABLE, now, lost + " items are older everywhere than acknowledged"));
              }
            });
  }

  private static Optional<String> apart(Plan plan, Kernel<QuorumMessage> kernel) {
    for (int node = 1; node < plan.nodes(); node++) {
      if (kernel.state(0) instanceof Replica.State one
          && kernel.state(node) instanceof Replica.State other
          && !one.versions().equals(other.versions())) {
        return Optional.of(
            plan.names().get(0) + " and " + plan.names().get(node) + " hold different versions");
      }
    }
    return Optional.empty();
  }

  private static int lost(
      Plan plan, Kernel<QuorumMessage> kernel, Map<Integer, Version> acknowledged) {
    int lost = 0;
    for (Map.Entry<Integer, Version> one : acknowledged.entrySet()) {
      Version best = Version.NONE;
      for (int node = 0; node < plan.nodes(); node++) {
        if (kernel.state(node) instanceof Replica.State state) {
          best = best.orLater(state.versions().getOrDefault(one.getKey(), Version.NONE));
        }
      }
      lost += best.compareTo(one.getValue()) < 0 ? 1 : 0;
    }
    return lost;
  }
}
