package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.UnflushedLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A write that was acknowledged from memory, and a machine that loses its power. */
@AutoService(Witness.class)
public final class UnsyncedWritesWitness implements Witness {
  @Override
  public String rule() {
    return "unsynced-writes";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster store)) {
      return Optional.empty();
    }
    boolean mayLose = store.fact(Attributes.RPO).value().filter(Duration::isZero).isEmpty();
    return store
        .fact(Attributes.FLUSH)
        .value()
        .filter(when -> when.equals("each-write") || when.equals("never") || !mayLose)
        .map(when -> log(store, design, when));
  }

  private static Scenario<?, ?> log(Cluster store, Design design, String when) {
    String client = Cast.clients(design, store).get(0);
    return new Scenario<>(
        new UnflushedLog(when.equals("each-write")),
        UnflushedLog.DURABLE,
        UnflushedLog.GOALS,
        new Tale<>(
            "What " + store.id() + " acknowledged is there after a power failure.",
            List.of("writes reach the disk: " + when, "1 write", "the power fails once"),
            (before, act, after) -> told(act, store.id(), client),
            (last, stuck) ->
                "The write that " + client + " was told is safe was in memory, and is gone."));
  }

  private static Said told(UnflushedLog.Act act, String store, String client) {
    return switch (act) {
      case SEND -> Said.to(client, "sends a write", store);
      case WRITE -> Said.of(store, "gives it to the operating system");
      case FLUSH -> Said.of("the operating system", "writes it to the disk of " + store);
      case ACKNOWLEDGE -> Said.to(store, "says that it is safe", client);
      case LOSE_POWER -> Said.of(store, "loses its power");
      case START -> Said.of(store, "starts again with what is on its disk");
    };
  }
}
