package godmode.simulate.protocol.gossip;

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
import java.util.HashMap;
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
  private static final String UNFORGIVING = "unforgiving";
  private static final String NO_RELAY = "no-relay";
  private static final Card CARD =
      new Card(
          "gossip",
          "membership by gossip, with a phi accrual failure detector",
          Others.NOBODY,
          List.of(COMPLETE, ACCURATE),
          List.of(
              new Card.Mutant(UNFORGIVING, "who was suspected once is suspected for ever"),
              new Card.Mutant(
                  NO_RELAY, "a node tells its neighbour of itself, and nothing of others")),
          List.of(
              Knob.time("every", 200 * Plan.MILLI), Knob.count("fanout", 2), Knob.count("phi", 8)),
          Card.allBut(FaultKind.CLOCK));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public String said(Object message) {
    return message instanceof Gossip.Counts counts ? "counts " + counts.counts() : "";
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
    if (before instanceof Gossip.State was
        && after instanceof Gossip.State is
        && !was.suspects().equals(is.suspects())) {
      return Optional.of(
          is.suspects().isEmpty()
              ? "suspects nobody"
              : "suspects " + is.suspects().stream().map(setup::name).toList());
    }
    return Optional.empty();
  }

  /** Takes down how long a crash takes to be noticed, and how often somebody was wrong. */
  private static final class Suspicions extends Checks<Gossip.Counts> {
    private final Map<Integer, Long> down = new HashMap<>();
    private long wrong;

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
          measures().add(Measure.time("time to notice a crash"), now - since);
        }
      }
    }
  }

  @Override
  public Course<?> course(Setup setup) {
    long every = setup.number("every");
    int fanout = setup.count("fanout");
    long phi = setup.number("phi");
    if (every < 1 || fanout < 1 || phi < 1) {
      throw new IllegalArgumentException("every, fanout and phi are above 0");
    }
    Gossip gossip =
        new Gossip(
            setup.nodes(), every, fanout, phi, !setup.lacks(UNFORGIVING), !setup.lacks(NO_RELAY));
    Suspicions suspicions = new Suspicions();
    return new Course<>(
        Course.equal(setup.nodes(), gossip),
        suspicions,
        QUIET,
        ending -> {
          ending.measures().add(Measure.count("wrong suspicions"), suspicions.wrong);
          judge(setup, ending);
        });
  }

  private static void judge(Setup setup, Ending<Gossip.Counts> ending) {
    for (Map.Entry<Integer, Gossip.State> one : ending.running(Gossip.State.class).entrySet()) {
      int node = one.getKey();
      for (int other = 0; other < setup.nodes(); other++) {
        boolean suspects = one.getValue().suspects().contains(other);
        boolean knows = one.getValue().heard().containsKey(other);
        String pair = setup.name(node) + " and " + setup.name(other);
        if (other != node && ending.isUp(other) && (suspects || !knows)) {
          ending.violated(ACCURATE, pair + ": the second runs, and the first knows not");
          return;
        }
        if (!ending.isUp(other) && knows && !suspects) {
          ending.violated(COMPLETE, pair + ": the second is down, and the first knows not");
          return;
        }
      }
    }
  }
}
