package godmode.simulate.protocol.lock;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Card;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Others;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A lock with a lease, a store that it guards, and nodes that take turns. */
@AutoService(Experiment.class)
public final class LockExperiment implements Experiment {
  private static final Card CARD =
      new Card(
          "lock",
          "a lock with a lease, and what it guards",
          Others.NOBODY,
          List.of(LockChecks.IN_TURN, LockChecks.ONE_GRANT, LockChecks.ALONE),
          List.of(
              new Card.Mutant("no-fencing", "the store takes writes with any token"),
              new Card.Mutant("forgotten-grant", "the lock does not flush what it grants"),
              new Card.Mutant("hasty-service", "the lock takes itself for free when it comes back"),
              new Card.Mutant(
                  "late-count", "a holder counts its lease from when the grant arrives"),
              new Card.Mutant("forgetful-store", "the store answers before a write is flushed")),
          List.of(
              Knob.time("lease", 200 * Plan.MILLI),
              Knob.time("work", 100 * Plan.MILLI),
              Knob.time("between-turns", 50 * Plan.MILLI),
              Knob.flag("looks-at-clock", false)),
          Card.allBut(FaultKind.WIPE));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
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

  @Override
  public Course<?> course(Setup setup) {
    int holders = setup.nodes() - LockOptions.HOLDERS;
    if (holders < 1) {
      throw new IllegalArgumentException(
          "lock needs 3 nodes at least, a lock, a store and a holder; there are " + setup.nodes());
    }
    LockOptions options =
        new LockOptions(
            setup.number("lease"),
            setup.number("work"),
            setup.number("between-turns"),
            setup.duration(),
            setup.isOn("looks-at-clock"),
            setup.lacking(LockMutant.class));
    List<Protocol<?, LockMessage>> nodes = new ArrayList<>();
    nodes.add(new LeaseLock(options));
    nodes.add(new GuardedStore(options));
    nodes.addAll(Course.equal(holders, new Holder(options)));
    LockChecks checks = new LockChecks(setup.everybody());
    return new Course<>(nodes, checks, Plan.SECOND, ending -> checks.measure());
  }
}
