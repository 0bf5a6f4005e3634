package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.CutOffPrimary;
import godmode.simulate.model.PrimaryBackup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A write that was acknowledged, and is not on the member that is primary after a failover. */
@AutoService(Witness.class)
public final class LossyFailoverWitness implements Witness {
  private static final int REPLICAS_MAX = 4;

  @Override
  public String rule() {
    return "lossy-failover";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster store)) {
      return Optional.empty();
    }
    Fact<Integer> sentinels = store.fact(Attributes.SENTINELS);
    if (!(sentinels instanceof Fact.Unknown)) {
      return sentinels.value().map(n -> watched(store, design, n));
    }
    boolean mayLose = store.fact(Attributes.RPO).value().filter(Duration::isZero).isEmpty();
    return store
        .fact(Attributes.REPLICATION_MODE)
        .value()
        .filter(mode -> mode.equals("synchronous") || !mayLose)
        .map(mode -> shipped(store, design, mode.equals("synchronous") ? 1 : 0));
  }

  private static Scenario<?, ?> watched(Cluster store, Design design, int sentinels) {
    boolean yields =
        store.fact(Attributes.MIN_REPLICAS_TO_WRITE).value().filter(n -> n > 0).isPresent();
    return FailedOver.scenario(
        new CutOffPrimary(2, 0, 1, yields, true),
        store,
        design,
        Cast.count(sentinels, "Sentinel promotes", "Sentinels promote")
            + " another when they cannot reach it");
  }

  private static Scenario<?, ?> shipped(Cluster store, Design design, int waits) {
    int members = store.fact(Attributes.MEMBERS).value().orElse(2);
    int replicas = Math.max(1, Math.min(members - 1, REPLICAS_MAX));
    PrimaryBackup model = new PrimaryBackup(replicas, waits, 1, 0, true, true);
    List<String> nodes = Cast.nodes(store, replicas + 1);
    String client = Cast.clients(design, store).get(0);
    return new Scenario<>(
        model,
        PrimaryBackup.KEPT,
        PrimaryBackup.GOALS,
        new Tale<>(
            "What " + store.id() + " acknowledged is there after a failover.",
            List.of(
                Cast.count(replicas, "copy", "copies"),
                "a write waits for " + Cast.count(waits, "of them", "of them"),
                "the copy that has most is promoted",
                "1 write",
                nodes.get(0) + " stops, or is cut off"),
            (before, action, after) -> told(action, nodes, client),
            (last, stuck) ->
                "The write that "
                    + client
                    + " was told is safe is not on "
                    + nodes.get(last.leads())
                    + ", which serves now."));
  }

  private static Said told(PrimaryBackup.Action action, List<String> nodes, String client) {
    String primary = nodes.get(0);
    String node = nodes.get(action.node());
    return switch (action.act()) {
      case SEND -> Said.to(client, "sends a write", primary);
      case STORE -> Said.of(primary, "stores it");
      case SHIP -> Said.to(node, "gets it from " + primary, primary);
      case ACKNOWLEDGE -> Said.to(primary, "says that it is safe", client);
      case STOP -> Said.of(primary, "stops for good");
      case CUT -> Said.of("the network", "cuts " + primary + " off from all but " + client);
      case STEP_DOWN -> Said.of(primary, "sees that it is alone, and serves no more");
      case PROMOTE -> Said.of(node, "becomes primary");
      case STORE_AGAIN -> Said.of(node, "stores the write, which " + client + " sends again");
      case ACKNOWLEDGE_AGAIN -> Said.to(node, "says that it is safe", client);
    };
  }
}
