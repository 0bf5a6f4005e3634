package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.PrimaryBackup;
import java.util.List;
import java.util.Optional;

/**
 * A write that MongoDB acknowledged with the write concern it chooses for a set with arbiters, and
 * a failover.
 */
@AutoService(Witness.class)
public final class ArbitratedMajorityWitness implements Witness {
  private static final int DATA_MAX = 5;

  @Override
  public String rule() {
    return "arbitrated-majority";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster store)) {
      return Optional.empty();
    }
    Optional<Integer> arbiters = store.fact(Attributes.ARBITERS).value().filter(n -> n > 0);
    return arbiters.flatMap(a -> voters(store).flatMap(n -> scenario(store, design, a, n)));
  }

  private static Optional<Integer> voters(Cluster store) {
    for (Fact<Integer> known :
        List.of(store.fact(Attributes.VOTERS), store.fact(Attributes.PEERS))) {
      if (!(known instanceof Fact.Unknown)) {
        return known.value();
      }
    }
    return store.fact(Attributes.MEMBERS).value();
  }

  private static Optional<Scenario<?, ?>> scenario(
      Cluster store, Design design, int arbiters, int voters) {
    int data = voters - arbiters;
    if (data < 2 || data > DATA_MAX) {
      return Optional.empty();
    }
    int copies = waitedFor(voters, data);
    return Optional.of(
        ShippedWrite.scenario(
            new PrimaryBackup(data - 1, copies, Majority.of(voters), arbiters, true, true),
            store,
            design,
            ", as MongoDB does with such a set unless a client asks for more"));
  }

  /**
   * Copies besides the primary that the implicit write concern waits for
   * (https://www.mongodb.com/docs/manual/reference/mongodb-defaults/).
   */
  private static int waitedFor(int voters, int data) {
    int majority = Majority.of(voters);
    return data <= majority ? 0 : majority - 1;
  }
}
