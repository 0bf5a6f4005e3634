package godmode.simulate.protocol.commit;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Transactions over several databases. The first node is the coordinator. */
@AutoService(Experiment.class)
public final class CommitExperiment implements Experiment {
  /** No database commits what another aborts. */
  public static final String ATOMIC = "atomicity";

  /** When everything has calmed down, who runs waits for nothing and has what was committed. */
  public static final String ENDED = "every transaction ends";

  private static final long QUIET = 10 * Plan.SECOND;

  @Override
  public String name() {
    return "2pc";
  }

  @Override
  public String about() {
    return "transactions over several databases, with a coordinator";
  }

  @Override
  public List<String> properties() {
    return List.of(ATOMIC, ENDED);
  }

  @Override
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("forgetful-coordinator", "the coordinator forgets its decisions in a crash");
    all.put("impatient", "a database that is prepared aborts when it has waited long");
    all.put("no-flush", "a database votes before it is sure to remember");
    return all;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.time("patience", 100 * Plan.MILLI),
        Knob.time("asks-every", 100 * Plan.MILLI),
        Knob.time("between", 20 * Plan.MILLI),
        Knob.count("refusals-one-in", 20));
  }

  @Override
  public List<FaultKind> withstands() {
    return List.of(
        FaultKind.PARTITION,
        FaultKind.RING,
        FaultKind.CRASH,
        FaultKind.POWER,
        FaultKind.PAUSE,
        FaultKind.CLOG);
  }

  @Override
  public Optional<String> told(Object before, Object after) {
    if (before instanceof Participant.State was
        && after instanceof Participant.State is
        && is.ended().size() > was.ended().size()) {
      for (Map.Entry<Integer, Boolean> one : is.ended().entrySet()) {
        if (!was.ended().containsKey(one.getKey())) {
          return Optional.of((one.getValue() ? "commits " : "aborts ") + one.getKey());
        }
      }
    }
    return Optional.empty();
  }

  private static final class Checks implements Observer<CommitMessage> {
    final List<Violation> found = new ArrayList<>();
    private final Map<Integer, Boolean> ended = new HashMap<>();

    List<Map.Entry<Integer, Boolean>> commits() {
      return ended.entrySet().stream().filter(Map.Entry::getValue).toList();
    }

    @Override
    public void stepped(long now, int node, Object before, Object after) {
      if (!(before instanceof Participant.State was)
          || !(after instanceof Participant.State is)
          || was.ended().size() == is.ended().size()) {
        return;
      }
      for (Map.Entry<Integer, Boolean> one : is.ended().entrySet()) {
        Boolean other = ended.putIfAbsent(one.getKey(), one.getValue());
        if (other != null && !other.equals(one.getValue())) {
          found.add(
              new Violation(
                  ATOMIC,
                  now,
                  "transaction "
                      + one.getKey()
                      + " is committed by one database and aborted by another"));
          return;
        }
      }
    }
  }

  @Override
  public Trial run(Plan asked, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    Plan plan = asked.lasting(0, asked.duration());
    long patience = Knob.of(knobs(), plan, "patience");
    long asks = Knob.of(knobs(), plan, "asks-every");
    long between = Knob.of(knobs(), plan, "between");
    long refusals = Knob.of(knobs(), plan, "refusals-one-in");
    if (plan.nodes() < 2 || patience < 1 || asks < 1 || between < 1 || refusals < 1) {
      throw new IllegalArgumentException(
          "it takes a coordinator and one database, and every number above 0");
    }
    String mutant = plan.mutant().orElse("");
    List<Protocol<?, CommitMessage>> nodes = new ArrayList<>();
    nodes.add(
        new Coordinator(
            plan.nodes() - 1,
            patience,
            between,
            plan.duration(),
            !mutant.equals("forgetful-coordinator")));
    for (int i = 1; i < plan.nodes(); i++) {
      nodes.add(
          new Participant(
              (int) refusals, asks, !mutant.equals("impatient"), !mutant.equals("no-flush")));
    }
    Checks checks = new Checks();
    return new Course<>(
            new Cluster<>(nodes, plan.nodes(), plan.conditions()), checks, checks.found, QUIET)
        .run(
            plan,
            schedule,
            seed,
            watcher,
            (kernel, violations, measures) -> {
              for (int node = 1; node < plan.nodes(); node++) {
                if (!(kernel.state(node) instanceof Participant.State state)) {
                  continue;
                }
                state.waits().forEach(w -> measures.add(Measure.time("time in doubt"), w));
                if (kernel.isUp(node) && !state.prepared().isEmpty()) {
                  violations.add(
                      new Violation(
                          ENDED, kernel.now(), plan.names().get(node) + " is prepared and waits"));
                }
                if (kernel.isUp(node) && !state.ended().entrySet().containsAll(checks.commits())) {
                  violations.add(
                      new Violation(
                          ENDED,
                          kernel.now(),
                          plan.names().get(node) + " lacks a transaction that others committed"));
                }
              }
              long committed = checks.commits().size();
              measures
                  .add(Measure.count("transactions committed"), committed)
                  .add(Measure.count("transactions aborted"), checks.ended.size() - committed);
            });
  }
}
