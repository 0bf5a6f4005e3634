package godmode.simulate.protocol.commit;

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
import java.util.HashMap;
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
  private static final String FORGETFUL = "forgetful-coordinator";
  private static final String IMPATIENT = "impatient";
  private static final String NO_FLUSH = "no-flush";
  private static final Card CARD =
      new Card(
          "2pc",
          "transactions over several databases, with a coordinator",
          Others.NOBODY,
          List.of(ATOMIC, ENDED),
          List.of(
              new Card.Mutant(FORGETFUL, "the coordinator forgets its decisions in a crash"),
              new Card.Mutant(
                  IMPATIENT, "a database that is prepared aborts when it has waited long"),
              new Card.Mutant(NO_FLUSH, "a database votes before it is sure to remember")),
          List.of(
              Knob.time("patience", 100 * Plan.MILLI),
              Knob.time("asks-every", 100 * Plan.MILLI),
              Knob.time("between", 20 * Plan.MILLI),
              Knob.count("refusals-one-in", 20)),
          Card.allBut(FaultKind.WIPE, FaultKind.CLOCK));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
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

  private static final class Decisions extends Checks<CommitMessage> {
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
          violated(
              ATOMIC,
              now,
              "transaction "
                  + one.getKey()
                  + " is committed by one database and aborted by another");
          return;
        }
      }
    }
  }

  @Override
  public Course<?> course(Setup setup) {
    long patience = setup.number("patience");
    long asks = setup.number("asks-every");
    long between = setup.number("between");
    int refusals = setup.count("refusals-one-in");
    if (setup.nodes() < 2 || patience < 1 || asks < 1 || between < 1 || refusals < 1) {
      throw new IllegalArgumentException(
          "it takes a coordinator and one database, and every number above 0");
    }
    int databases = setup.nodes() - 1;
    List<Protocol<?, CommitMessage>> nodes = new ArrayList<>();
    nodes.add(
        new Coordinator(databases, patience, between, setup.duration(), !setup.lacks(FORGETFUL)));
    nodes.addAll(
        Course.equal(
            databases,
            new Participant(refusals, asks, !setup.lacks(IMPATIENT), !setup.lacks(NO_FLUSH))));
    Decisions decisions = new Decisions();
    return new Course<>(nodes, decisions, QUIET, ending -> judge(setup, decisions, ending));
  }

  private static void judge(Setup setup, Decisions decisions, Ending<CommitMessage> ending) {
    ending
        .states(Participant.State.class)
        .forEach(
            (node, state) -> {
              state.waits().forEach(w -> ending.measures().add(Measure.time("time in doubt"), w));
              if (ending.isUp(node) && !state.prepared().isEmpty()) {
                ending.violated(ENDED, setup.name(node) + " is prepared and waits");
              }
              if (ending.isUp(node) && !state.ended().entrySet().containsAll(decisions.commits())) {
                ending.violated(
                    ENDED, setup.name(node) + " lacks a transaction that others committed");
              }
            });
    long committed = decisions.commits().size();
    ending
        .measures()
        .add(Measure.count("transactions committed"), committed)
        .add(Measure.count("transactions aborted"), decisions.ended.size() - committed);
  }
}
