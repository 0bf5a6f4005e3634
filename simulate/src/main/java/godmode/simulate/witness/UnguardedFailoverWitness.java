package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.catalog.ConsensusProtocol;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.CutOffPrimary;
import java.util.Optional;

/** Two members that are primary at once. */
@AutoService(Witness.class)
public final class UnguardedFailoverWitness implements Witness {
  private static final int MEMBERS_MAX = 9;

  @Override
  public String rule() {
    return "unguarded-failover";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster cluster)) {
      return Optional.empty();
    }
    Optional<ConsensusProtocol> protocol =
        cluster
            .technology()
            .flatMap(known -> known.consensus())
            .map(consensus -> consensus.protocol());
    Optional<Integer> members =
        cluster.fact(Attributes.MEMBERS).value().filter(n -> n >= 2 && n <= MEMBERS_MAX);
    if (protocol.isEmpty() || members.isEmpty()) {
      return Optional.empty();
    }
    int n = members.get();
    return switch (protocol.get()) {
      case RAFT, ZAB, PAXOS, VIRTUAL_SYNCHRONY, MAJORITY_VOTING ->
          Optional.of(
              FailedOver.scenario(
                  new CutOffPrimary(n, Majority.of(n) - 1, Majority.of(n), false, true),
                  cluster,
                  design,
                  Majority.of(n) + " of them promote another"));
      case PRIMARY_BACKUP -> promoted(cluster, design, n);
      case MANAGED, DELEGATED, GOSSIP, NONE -> Optional.empty();
    };
  }

  private static Optional<Scenario<?, ?>> promoted(Cluster cluster, Design design, int n) {
    if (cluster.fact(Attributes.SENTINELS).value().isPresent()) {
      return Optional.empty();
    }
    return cluster
        .fact(Attributes.FAILOVER)
        .value()
        .filter(failover -> n == 2 || !failover.equals("automatic"))
        .map(
            failover ->
                FailedOver.scenario(
                    new CutOffPrimary(n, 0, 1, false, failover.equals("automatic")),
                    cluster,
                    design,
                    "failover is " + failover));
  }
}
