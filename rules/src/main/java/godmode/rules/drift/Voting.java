package godmode.rules.drift;

import godmode.core.catalog.Consensus;
import godmode.core.catalog.ConsensusProtocol;
import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.ComponentType;
import java.util.List;
import java.util.Optional;

/** The clusters that the section {@code consensus} of the design record can be about. */
final class Voting {
  private Voting() {}

  /** Clusters whose members are one group of voters; brokers vote by version and queue type. */
  static List<Cluster> of(Design design) {
    return design.clusters().stream().filter(cluster -> protocol(cluster).isPresent()).toList();
  }

  /** Those of them whose protocol has a name that a design can rest on. */
  static List<Cluster> named(Design design) {
    String nameless = ConsensusProtocol.MAJORITY_VOTING.word();
    return of(design).stream()
        .filter(cluster -> protocol(cluster).filter(nameless::equals).isEmpty())
        .toList();
  }

  /** The protocol by which the members of a cluster agree, as the catalog has it. */
  static Optional<String> protocol(Cluster cluster) {
    return cluster
        .technology()
        .filter(known -> cluster.type() != ComponentType.BROKER)
        .filter(known -> known.quorum("members").isPresent())
        .flatMap(Technology::consensus)
        .filter(Voting::agrees)
        .map(known -> known.protocol().word());
  }

  private static boolean agrees(Consensus consensus) {
    return switch (consensus.protocol()) {
      case RAFT, ZAB, PAXOS, MAJORITY_VOTING -> true;
      case VIRTUAL_SYNCHRONY, PRIMARY_BACKUP, GOSSIP, DELEGATED, MANAGED, NONE -> false;
    };
  }
}
