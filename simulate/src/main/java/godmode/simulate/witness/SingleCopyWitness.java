package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.catalog.ConsensusProtocol;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.simulate.explore.Scenario;
import java.util.Optional;

/** A request that waits while the only member with the item is away. */
@AutoService(Witness.class)
public final class SingleCopyWitness implements Witness {
  @Override
  public String rule() {
    return "single-copy";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster store) || !store.type().keepsState() || isAccepted(store)) {
      return Optional.empty();
    }
    Fact<Integer> factor = store.fact(Attributes.REPLICATION_FACTOR);
    boolean oneCopy = Cast.isWritten(factor) && factor.value().filter(n -> n == 1).isPresent();
    return store
        .fact(Attributes.MEMBERS)
        .value()
        .flatMap(
            members ->
                OnlyCopy.scenario(
                    "an item of " + store.id(), store, members, oneCopy ? 1 : members, design));
  }

  /** The vendor keeps the copies, the design says that one is enough, or it can be filled again. */
  private static boolean isAccepted(Cluster store) {
    boolean managed =
        store
            .technology()
            .flatMap(known -> known.consensus())
            .filter(consensus -> consensus.protocol() == ConsensusProtocol.MANAGED)
            .isPresent();
    boolean declared =
        store.fact(Attributes.PARTITION).value().filter("single-copy"::equals).isPresent();
    boolean refilled =
        store.type() == ComponentType.CACHE
            && store.fact(Attributes.READS).value().filter(r -> !r.equals("latest")).isPresent();
    return managed || declared || refilled;
  }
}
