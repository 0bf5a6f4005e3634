package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.CutOffPrimary;
import godmode.simulate.model.PrimaryBackup;
import java.time.Duration;
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
    if (yields && store.fact(Attributes.RPO).value().filter(Duration::isZero).isPresent()) {
      return shipped(store, design, 0); // no server of Redis waits for a copy before it answers
    }
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
    return ShippedWrite.scenario(
        new PrimaryBackup(replicas, waits, 1, 0, true, true), store, design, "");
  }
}
