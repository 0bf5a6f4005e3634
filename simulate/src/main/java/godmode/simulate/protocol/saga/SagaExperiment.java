package godmode.simulate.protocol.saga;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Card;
import godmode.simulate.lab.Checks;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Ending;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Others;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Setup;
import java.util.ArrayList;
import java.util.Collection;
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
  private static final String NOT_IDEMPOTENT = "not-idempotent";
  private static final String NO_COMPENSATION = "no-compensation";
  private static final String FORGETFUL = "forgetful-orchestrator";
  private static final Card CARD =
      new Card(
          "saga",
          "transactions in steps, taken back where one is refused",
          Others.NOBODY,
          List.of(WHOLE),
          List.of(
              new Card.Mutant(NOT_IDEMPOTENT, "an order that is given again is carried out again"),
              new Card.Mutant(NO_COMPENSATION, "nothing is taken back"),
              new Card.Mutant(FORGETFUL, "the orchestrator forgets open sagas in a crash")),
          List.of(
              Knob.flag("orchestrated", true),
              Knob.time("every", 50 * Plan.MILLI),
              Knob.time("retry", 100 * Plan.MILLI),
              Knob.count("refusals-one-in", 10)),
          Card.allBut(FaultKind.WIPE));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
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

  @Override
  public Course<?> course(Setup setup) {
    boolean orchestrated = setup.isOn("orchestrated");
    long every = setup.number("every");
    long retry = setup.number("retry");
    int refusals = setup.count("refusals-one-in");
    if (setup.nodes() < 2 || every < 1 || retry < 1 || refusals < 1) {
      throw new IllegalArgumentException(
          "it takes two nodes: one that begins sagas and one for each step; every, retry and"
              + " refusals-one-in are above 0");
    }
    int steps = setup.nodes() - 1;
    boolean compensates = !setup.lacks(NO_COMPENSATION);
    List<Protocol<?, SagaMessage>> nodes = new ArrayList<>();
    nodes.add(
        orchestrated
            ? new Orchestrator(
                steps, every, retry, setup.duration(), !setup.lacks(FORGETFUL), compensates)
            : new Beginner(every, setup.duration()));
    nodes.addAll(
        Course.equal(
            steps,
            new Step(
                steps, refusals, retry, !orchestrated, !setup.lacks(NOT_IDEMPOTENT), compensates)));
    return new Course<>(nodes, new Checks<>(), QUIET, SagaExperiment::judge);
  }

  private static void judge(Ending<SagaMessage> ending) {
    Map<Integer, List<Integer>> effects = effects(ending.states(Step.State.class).values());
    int whole = 0;
    for (Map.Entry<Integer, List<Integer>> saga : effects.entrySet()) {
      List<Integer> kinds = saga.getValue().stream().distinct().toList();
      whole += kinds.equals(List.of(1)) ? 1 : 0;
      if (!kinds.equals(List.of(1)) && !kinds.equals(List.of(0))) {
        ending.violated(WHOLE, "saga " + saga.getKey() + " has effects " + saga.getValue());
      }
    }
    ending
        .measures()
        .add(Measure.count("sagas with all effects"), whole)
        .add(Measure.count("sagas without any"), effects.size() - whole);
  }

  /** How often each step has had its effect, by saga. */
  private static Map<Integer, List<Integer>> effects(Collection<Step.State> steps) {
    Map<Integer, List<Integer>> all = new TreeMap<>();
    steps.forEach(
        step -> step.effects().keySet().forEach(saga -> all.put(saga, new ArrayList<>())));
    steps.forEach(
        step -> all.forEach((saga, list) -> list.add(step.effects().getOrDefault(saga, 0))));
    return all;
  }
}
