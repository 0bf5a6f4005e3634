package godmode.simulate.protocol.paxos;

import com.google.auto.service.AutoService;
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
import java.util.HashMap;
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
  private static final int RETRY_ROUND_TRIPS = 5;
  private static final Card CARD =
      new Card(
          "paxos",
          "values that are chosen by majorities",
          Others.NOBODY,
          List.of(AGREEMENT, CONVERGENCE),
          List.of(
              new Card.Mutant(
                  "ignores-accepted",
                  "a proposer proposes its own value, whatever was accepted before"),
              new Card.Mutant(
                  "promise-not-persisted", "an acceptor forgets its promises in a crash"),
              new Card.Mutant("half-is-majority", "half of the acceptors are enough"),
              new Card.Mutant("no-flush", "an acceptor answers before it has flushed")),
          List.of(Knob.count("slots", 200), Knob.time("retry", 50 * Plan.MILLI)),
          Card.allBut(FaultKind.WIPE));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
    if (before instanceof PaxosState was
        && after instanceof PaxosState is
        && is.chosen().size() > was.chosen().size()) {
      return Optional.of("knows " + is.chosen().size() + " chosen values");
    }
    return Optional.empty();
  }

  /** Holds every value that somebody has learned against what others have. */
  private static final class Learned extends Checks<PaxosMessage> {
    private final Map<Integer, Integer> chosen = new HashMap<>();
    private long last;

    @Override
    public void stepped(long now, int node, Object before, Object after) {
      if (!(before instanceof PaxosState was)
          || !(after instanceof PaxosState is)
          || was.chosen().equals(is.chosen())) {
        return;
      }
      is.chosen().forEach((slot, value) -> learned(now, slot, value));
    }

    private void learned(long now, int slot, int value) {
      Integer other = chosen.putIfAbsent(slot, value);
      if (other == null) {
        measures().add(Measure.time("time from one value to the next"), now - last);
        last = now;
      } else if (other != value) {
        violated(
            AGREEMENT,
            now,
            String.format(Locale.ROOT, "slot %d has the values %d and %d", slot, other, value));
      }
    }
  }

  /** Who asks again before an answer can be there only takes turns away from others. */
  private static long retry(Setup setup) {
    return setup.number("retry", RETRY_ROUND_TRIPS);
  }

  @Override
  public Map<String, String> chosen(Setup setup) {
    return retry(setup) == setup.number("retry")
        ? Map.of()
        : Map.of("retry", retry(setup) / Plan.MILLI + "ms");
  }

  @Override
  public Course<?> course(Setup setup) {
    int slots = setup.count("slots");
    long retry = retry(setup);
    if (slots < 1 || retry < 1) {
      throw new IllegalArgumentException("slots and retry have to be above 0");
    }
    Paxos paxos = new Paxos(setup.nodes(), slots, retry, setup.lacking(PaxosMutant.class));
    Learned learned = new Learned();
    return new Course<>(
        Course.equal(setup.nodes(), paxos),
        learned,
        Math.max(QUIET, 2L * slots * setup.plan().place().roundTrip()),
        ending -> {
          ending.measures().add(Measure.count("values chosen"), learned.chosen.size());
          judge(setup, slots, ending);
        });
  }

  private static void judge(Setup setup, int slots, Ending<PaxosMessage> ending) {
    ending.running(PaxosState.class).entrySet().stream()
        .filter(one -> one.getValue().chosen().size() < slots)
        .findFirst()
        .ifPresent(
            behind ->
                ending.violated(
                    CONVERGENCE,
                    setup.name(behind.getKey()) + " has not learned all " + slots + " values"));
  }
}
