package godmode.simulate.protocol.failover;

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
import java.util.List;
import java.util.Optional;

/** A primary with backups, and a monitor that replaces it. */
@AutoService(Experiment.class)
public final class FailoverExperiment implements Experiment {
  /** What clients saw is consistent with one copy. */
  public static final String LINEARIZABLE = Ending.LINEARIZABLE;

  private static final long QUIET = 5 * Plan.SECOND;
  private static final int ITEMS = 3;
  private static final String ASYNCHRONOUS = "asynchronous";
  private static final String NO_FENCING = "no-fencing";
  private static final String FORGETFUL = "forgetful-monitor";
  private static final Card CARD =
      new Card(
          "failover",
          "a primary with backups, and a monitor that replaces it",
          Others.CLIENTS,
          List.of(LINEARIZABLE),
          List.of(
              new Card.Mutant(ASYNCHRONOUS, "a primary answers before its backups have the write"),
              new Card.Mutant(NO_FENCING, "backups take what a primary of an earlier view sends"),
              new Card.Mutant(FORGETFUL, "the monitor does not flush who is the primary")),
          List.of(Knob.time("beat", 50 * Plan.MILLI), Knob.time("patience", 200 * Plan.MILLI)),
          Card.allBut(FaultKind.WIPE));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
    if (before instanceof Monitor.State was
        && after instanceof Monitor.State is
        && was.view().number() != is.view().number()) {
      return Optional.of(
          "makes "
              + setup.name(is.view().primary())
              + " the primary in view "
              + is.view().number());
    }
    return Optional.empty();
  }

  @Override
  public Course<?> course(Setup setup) {
    long beat = setup.number("beat");
    long patience = setup.number("patience");
    if (beat < 1 || patience <= beat) {
      throw new IllegalArgumentException("beat is above 0, and patience longer");
    }
    int servers = setup.nodes() - 1;
    if (servers < 1) {
      throw new IllegalArgumentException(
          "failover needs 2 nodes at least, a server and a monitor; there is 1");
    }
    List<Protocol<?, FailoverMessage>> nodes = new ArrayList<>();
    nodes.addAll(
        Course.equal(
            servers,
            new Server(servers, beat, !setup.lacks(ASYNCHRONOUS), !setup.lacks(NO_FENCING))));
    nodes.add(new Monitor(servers, patience, !setup.lacks(FORGETFUL)));
    nodes.addAll(
        Course.equal(
            setup.clients(),
            new FailoverClient(
                servers, ITEMS, 20 * Plan.MILLI, 300 * Plan.MILLI, setup.duration())));
    return new Course<>(
        nodes,
        new Checks<>(),
        QUIET,
        ending -> {
          ending.measureClients();
          ending
              .states(Monitor.State.class)
              .values()
              .forEach(
                  state -> ending.measures().add(Measure.count("views"), state.view().number()));
          ending.checkLinearizable();
        });
  }
}
