package godmode.simulate.protocol.bully;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultKind;
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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Nodes of which the highest is to lead. While faults last, several may. */
@AutoService(Experiment.class)
public final class ElectionExperiment implements Experiment {
  /** When everything has calmed down, all that run follow the highest that runs. */
  public static final String AGREEMENT = "everybody follows the highest node that runs";

  private static final long QUIET = 10 * Plan.SECOND;
  private static final Card CARD =
      new Card(
          "election",
          "the highest node that runs is to lead (bully)",
          Others.NOBODY,
          List.of(AGREEMENT),
          List.of(new Card.Mutant("meek", "a node follows whoever leads, however low")),
          List.of(Knob.time("heartbeat", 50 * Plan.MILLI), Knob.time("patience", 150 * Plan.MILLI)),
          List.of(FaultKind.values()));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
    if (before instanceof Bully.State was
        && after instanceof Bully.State is
        && was.isLeader() != is.isLeader()) {
      return Optional.of(is.isLeader() ? "leads" : "leads no more");
    }
    return Optional.empty();
  }

  /** Adds up for how long there were two leaders, and none. */
  private static final class Leaders extends Checks<BullyMessage> {
    private final BitSet leading = new BitSet();
    private long since;
    private long none;
    private long several;
    private long changes;

    private void until(long now) {
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

    void measure(long end) {
      until(end);
      measures()
          .add(Measure.time("time without a leader"), none)
          .add(Measure.time("time with several leaders"), several)
          .add(Measure.count("elections"), changes);
    }
  }

  @Override
  public Course<?> course(Setup setup) {
    long heartbeat = setup.number("heartbeat");
    long patience = setup.number("patience");
    if (heartbeat < 1 || patience <= heartbeat) {
      throw new IllegalArgumentException("heartbeat is above 0, and patience longer");
    }
    Bully bully = new Bully(setup.nodes(), heartbeat, patience, setup.lacks("meek"));
    Leaders leaders = new Leaders();
    return new Course<>(
        Course.equal(setup.nodes(), bully),
        leaders,
        QUIET,
        ending -> {
          leaders.measure(setup.duration() + QUIET);
          judge(setup, ending);
        });
  }

  private static void judge(Setup setup, Ending<BullyMessage> ending) {
    int highest = setup.nodes() - 1;
    while (highest >= 0 && !ending.isUp(highest)) {
      highest--;
    }
    int leader = highest;
    ending.running(Bully.State.class).entrySet().stream()
        .filter(one -> one.getValue().leader() != leader)
        .findFirst()
        .ifPresent(
            stray ->
                ending.violated(
                    AGREEMENT,
                    setup.name(stray.getKey()) + " does not follow " + setup.name(leader)));
  }
}
