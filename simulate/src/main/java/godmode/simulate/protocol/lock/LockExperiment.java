package godmode.simulate.protocol.lock;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Card;
import godmode.simulate.lab.Checks;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Others;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes that take turns under a lock with a lease. Lock and store are sound and never stop. */
@AutoService(Experiment.class)
public final class LockExperiment implements Experiment {
  /** What is checked. */
  public static final String IN_TURN = "no holder writes after a later one";

  private static final String NO_FENCING = "no-fencing";
  private static final Card CARD =
      new Card(
          "lock",
          "a lock with a lease, and what it guards",
          Others.only("lock", "store"),
          List.of(IN_TURN),
          List.of(new Card.Mutant(NO_FENCING, "the store takes writes with any token")),
          List.of(
              Knob.time("lease", 200 * Plan.MILLI),
              Knob.time("work", 100 * Plan.MILLI),
              Knob.time("between-turns", 50 * Plan.MILLI),
              Knob.flag("looks-at-clock", false)),
          List.of(
              FaultKind.CRASH, FaultKind.POWER, FaultKind.WIPE, FaultKind.PAUSE, FaultKind.CLOCK));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Optional<String> told(Object before, Object after) {
    if (before instanceof LeaseLock.State was
        && after instanceof LeaseLock.State is
        && was.token() != is.token()) {
      return Optional.of("(the lock) is granted with token " + is.token());
    }
    if (before instanceof GuardedStore.State was
        && after instanceof GuardedStore.State is
        && !was.equals(is)) {
      return Optional.of(
          is.refused() > was.refused()
              ? "(the store) refuses a write"
              : "(the store) takes a write of token " + is.last());
    }
    return Optional.empty();
  }

  private static final class Turns extends Checks<LockMessage> {
    @Override
    public void stepped(long now, int node, Object before, Object after) {
      if (after instanceof GuardedStore.State is && is.last() < is.highest()) {
        violated(
            IN_TURN,
            now,
            "token " + is.last() + " writes after token " + is.highest() + " has written");
      }
    }
  }

  @Override
  public Course<?> course(Setup setup) {
    long lease = setup.number("lease");
    long work = setup.number("work");
    long pause = setup.number("between-turns");
    if (lease < 1 || work < 1 || pause < 1) {
      throw new IllegalArgumentException("lease, work and between-turns are times above 0");
    }
    int lock = setup.nodes();
    List<Protocol<?, LockMessage>> nodes = new ArrayList<>();
    nodes.addAll(
        Course.equal(
            setup.nodes(),
            new Holder(
                lock,
                lock + 1,
                lease,
                work,
                pause,
                setup.duration(),
                setup.isOn("looks-at-clock"))));
    nodes.add(new LeaseLock(lease));
    nodes.add(new GuardedStore(!setup.lacks(NO_FENCING)));
    return new Course<>(
        nodes,
        new Turns(),
        Plan.SECOND,
        ending ->
            ending
                .states(GuardedStore.State.class)
                .values()
                .forEach(
                    end ->
                        ending
                            .measures()
                            .add(Measure.count("writes taken"), end.accepted())
                            .add(Measure.count("writes refused by their token"), end.refused())));
  }
}
